package org.openmyna.card.reader;

/** What became of a PIN. */
public sealed interface PinCheck {
    /** The PIN was right, and stays verified until the application is selected again or reset. */
    record Accepted() implements PinCheck {}

    /**
     * The PIN was wrong.
     *
     * @param triesLeft 1 or more
     */
    record Wrong(int triesLeft) implements PinCheck {}

    /** No try is left; only the municipal counter can unlock the PIN. */
    record Locked() implements PinCheck {}

    /** One try is left and nobody allowed it to be spent: the PIN was not sent. */
    record LastTryKept() implements PinCheck {}
}
