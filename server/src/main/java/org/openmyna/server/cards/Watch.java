package org.openmyna.server.cards;

import org.openmyna.card.protocol.CardChannel;

/** Sees a production go on, step by step. */
interface Watch {
    /** What is true from here on. */
    enum Step {
        /** The row is there: whatever follows is found after a kill. */
        BEGUN,
        /** The chip is closed; the authorities know that it holds the certificates. */
        PERSONALISED,
        /** The register said that nothing has changed. */
        CONFIRMED,
        /** The image lies in the drawer under its name. */
        IN_DRAWER,
        /** The card will be delivered, whatever happens. */
        DECIDED,
        /** Its certificates are good. */
        DELIVERED
    }

    void at(Step step);

    /** Whoever wants to hear the chip's commands gets between. */
    default CardChannel over(CardChannel chip) {
        return chip;
    }
}
