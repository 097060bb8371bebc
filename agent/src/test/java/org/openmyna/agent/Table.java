package org.openmyna.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.openmyna.agent.card.CardPlace;
import org.openmyna.agent.card.CardTable;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CardConnectionLost;

/** A table on which a test lays cards. */
final class Table implements CardTable {
    private final Map<CardPlace, Supplier<CardChannel>> cards = new LinkedHashMap<>();
    volatile boolean reader = true;

    synchronized CardPlace lay(String name, Supplier<CardChannel> card) {
        var place = new CardPlace.Reader(name);
        cards.put(place, card);
        return place;
    }

    synchronized CardPlace lay(String name, VirtualCard card) {
        return lay(
                name,
                () -> {
                    card.powerOn();
                    return card.channel();
                });
    }

    synchronized void take(String name) {
        cards.remove(new CardPlace.Reader(name));
    }

    @Override
    public synchronized Lying look() {
        return new Lying(reader, List.copyOf(new ArrayList<>(cards.keySet())));
    }

    @Override
    public synchronized CardChannel open(CardPlace place) {
        Supplier<CardChannel> card = cards.get(place);
        if (card == null) throw new CardConnectionLost("nothing lies there", null);
        return card.get();
    }
}
