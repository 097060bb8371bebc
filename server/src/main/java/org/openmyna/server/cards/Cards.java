package org.openmyna.server.cards;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.javacard.KeyPairSource;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.cards.api.CardService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Card management, put together. */
final class Cards {
    private static final Logger LOG = LoggerFactory.getLogger(Cards.class);

    private final Production production;
    private final ChangeStore changes;
    private final CardDesk desk;

    Cards(CardsNeeds needs, KeyPairSource chipKeys, SecureRandom random, MeterRegistry meters) {
        this(needs, chipKeys, random, meters, step -> {});
    }

    /**
     * @param also sees productions go on, beside the meters
     */
    Cards(
            CardsNeeds needs,
            KeyPairSource chipKeys,
            SecureRandom random,
            MeterRegistry meters,
            Watch also) {
        // deadlines and the drawer are of this world, whatever the law's clock says
        InstantSource realTime = InstantSource.system();
        var counted = new CardsMeters(meters);
        Watch watch = new Both(counted, also);
        var drawer = new CardDrawer(needs.data().resolve("cards"));
        var room = new IssuerRoom(needs.data().resolve("issuer"), random, realTime);
        var store = new CardStore(needs.database(), realTime);
        var delivery = new Delivery(store, drawer, needs.authorities());
        var chips = new ChipMaker(drawer, room, chipKeys, needs.authorities(), random, watch);
        var applicants = new Applicants(needs.legalTime(), needs.offices());
        var items = new ItemsHash(needs.data().resolve("card-items"), random);
        var attempt =
                new Attempt(store, drawer, room, chips, delivery, applicants, items, needs, watch);
        this.changes = new ChangeStore(needs.database(), realTime);
        this.production =
                new Production(
                        needs.database(), store, delivery, attempt, needs.legalTime(), realTime);
        var told = new ResidentChanges(changes, room, needs.certificates(), needs.legalTime());
        this.desk = new CardDesk(production, told, store, items, counted);
    }

    private record Both(CardsMeters meters, Watch also) implements Watch {
        @Override
        public void at(Step step) {
            meters.at(step);
            also.at(step);
        }

        @Override
        public CardChannel over(CardChannel chip) {
            return also.over(chip);
        }
    }

    CardService desk() {
        return desk;
    }

    /** What a kill left is settled; what cannot be settled now is settled by the next call. */
    void tidyUp() {
        try {
            int settled = production.settleWhatIsLeft().size();
            if (settled > 0) LOG.info("{} cards that were under way are settled", settled);
            changes.purge();
        } catch (MynaException | DataAccessException notNow) {
            LOG.warn("cards that were under way are not settled yet: {}", notNow.toString());
        }
    }
}
