package org.openmyna.agent.card;

import java.util.List;
import org.openmyna.card.protocol.CardChannel;

/** What lies before the agent now. */
public interface CardTable extends AutoCloseable {
    /**
     * What is there.
     *
     * @param reader whether there is any reader, or a drawer instead of one
     */
    record Lying(boolean reader, List<CardPlace> cards) {
        public Lying {
            cards = List.copyOf(cards);
        }
    }

    /** A quick look; no card notices. */
    Lying look();

    /**
     * Takes a card.
     *
     * @throws org.openmyna.kernel.MynaException if it went away, another program holds it, or it is
     *     no My Number Card
     */
    CardChannel open(CardPlace place);

    /** Nothing is kept between looks, where nothing says so. */
    @Override
    default void close() {}
}
