package org.openmyna.cli;

import java.util.Locale;
import org.openmyna.card.chip.CardImageUnusable;
import org.openmyna.card.chip.CardInUse;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.LifeCycle;
import org.openmyna.card.chip.VirtualCard;

/** Where a card of the drawer stands. */
sealed interface CardState {
    /** In a reader, held by a process of ours. */
    record InReader(HolderNote holder) implements CardState {}

    /** Held by another program. */
    record Busy() implements CardState {}

    record Damaged() implements CardState {}

    record InDrawer(LifeCycle lifeCycle) implements CardState {}

    /** Whether the card can be opened decides; a note that a killed holder left behind does not. */
    static CardState of(Country country, CardName name) {
        try (VirtualCard card = country.card(name)) {
            return new InDrawer(card.lifeCycle());
        } catch (CardInUse busy) {
            return HolderNote.read(country.drawer().noteOfHolder(name))
                    .<CardState>map(InReader::new)
                    .orElseGet(Busy::new);
        } catch (CardImageUnusable damaged) {
            return new Damaged();
        }
    }

    /** Key of the message, and the word in JSON. */
    default String word() {
        return switch (this) {
            case InReader _ -> "in-reader";
            case Busy _ -> "busy";
            case Damaged _ -> "damaged";
            case InDrawer(LifeCycle state) -> state.name().toLowerCase(Locale.ROOT);
        };
    }
}
