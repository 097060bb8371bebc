package org.openmyna.interop;

import java.util.concurrent.CompletableFuture;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CardConnectionLost;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;

/** A channel to a card that goes away in the middle of an act. */
final class TornChannel implements CardChannel {
    private static final int STORE_DATA = 0xE2;
    private static final int COMMIT = 0xEE;
    private static final int SOME_DRAFTS = 5;

    /** When the card goes. */
    enum Moment {
        WITH_DRAFTS,
        BEFORE_THE_COMMIT,
        DURING_THE_COMMIT,
        AFTER_THE_COMMIT
    }

    private final CardChannel card;
    private final Moment moment;
    private final Runnable departure;
    private int stored;

    TornChannel(CardChannel card, Moment moment, Runnable departure) {
        this.card = card;
        this.moment = moment;
        this.departure = departure;
    }

    @Override
    public ResponseApdu transmit(CommandApdu command) {
        if (command.ins() == STORE_DATA) stored++;
        boolean now =
                moment == Moment.WITH_DRAFTS
                        ? stored == SOME_DRAFTS
                        : command.ins() == COMMIT && command.p1() == 0x01;
        if (!now) return card.transmit(command);
        return switch (moment) {
            case WITH_DRAFTS, BEFORE_THE_COMMIT -> {
                departure.run();
                yield card.transmit(command);
            }
            case DURING_THE_COMMIT -> {
                var gone = CompletableFuture.runAsync(departure);
                try {
                    card.transmit(command);
                } finally {
                    gone.join();
                }
                throw new CardConnectionLost("the answer came, and nobody heard it", null);
            }
            case AFTER_THE_COMMIT -> {
                card.transmit(command);
                departure.run();
                throw new CardConnectionLost("gone after the commit", null);
            }
        };
    }

    @Override
    public byte[] atr() {
        return card.atr();
    }

    @Override
    public void close() {
        card.close();
    }
}
