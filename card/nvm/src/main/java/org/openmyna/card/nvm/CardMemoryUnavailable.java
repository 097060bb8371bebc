package org.openmyna.card.nvm;

/** The card file cannot be used now; it was not touched. */
public final class CardMemoryUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    CardMemoryUnavailable(String why) {
        super(why);
    }
}
