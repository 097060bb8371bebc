package org.openmyna.server.cards;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openmyna.server.calls.Call;
import org.openmyna.server.cards.api.CardItems;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.cards.api.MadeCard;
import org.openmyna.server.cards.api.PrintedCodes;
import org.openmyna.server.cards.api.ResidentChanged;

/** Card management as others see it. */
final class CardDesk implements CardService {
    private final Production production;
    private final ResidentChanges changes;
    private final CardStore store;
    private final ItemsHash itemsHash;
    private final CardsMeters meters;

    CardDesk(
            Production production,
            ResidentChanges changes,
            CardStore store,
            ItemsHash itemsHash,
            CardsMeters meters) {
        this.production = production;
        this.changes = changes;
        this.store = store;
        this.itemsHash = itemsHash;
        this.meters = meters;
    }

    @Override
    public void residentsChanged(Call call, List<ResidentChanged.Named> told) {
        meters.changes(told, () -> changes.tell(call, told));
    }

    @Override
    public MadeCard make(Call call, long person) {
        return meters.production(() -> production.make(call, person));
    }

    @Override
    public Optional<MadeCard> card(Call call, long person) {
        return store.current(person).filter(CardRow::isLiving).flatMap(CardRow::made);
    }

    @Override
    public Optional<PrintedCodes> printed(Call call, long person) {
        return store.printed(person);
    }

    @Override
    public Optional<MadeCard> ofCertificate(Call call, String serial) {
        return store.withCertificate(serial).flatMap(CardRow::made);
    }

    @Override
    public List<MadeCard> ending(Call call, LocalDate from, LocalDate to, int most) {
        return store.ending(from, to, most);
    }

    @Override
    public boolean holds(Call call, String serial, CardItems items) {
        return store.itemsOf(serial)
                .map(kept -> MessageDigest.isEqual(kept, itemsHash.of(items)))
                .orElse(false);
    }
}
