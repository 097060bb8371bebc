package org.openmyna.card.reader;

import org.openmyna.card.protocol.PinReference;

/** What became of a change of PIN. */
public sealed interface PinChange {
    /** The new PIN holds. */
    record Changed() implements PinChange {}

    /**
     * The present PIN was not accepted, and nothing was changed.
     *
     * @param check never {@link PinCheck.Accepted}
     */
    record NotVerified(PinReference reference, PinCheck check) implements PinChange {}

    /**
     * One of two PINs was changed and the other was not: the card was pulled or refused in between.
     *
     * @param why code and sentence of what happened, in English
     */
    record HalfChanged(PinReference changed, PinReference unchanged, String why)
            implements PinChange {}
}
