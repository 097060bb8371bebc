package org.openmyna.card.reader;

/** Whether a My Number that somebody typed is the one of this card. */
public sealed interface NumberConfirmation {
    /** The card accepted the number and also carries it in its file. */
    record Confirmed() implements NumberConfirmation {}

    /**
     * It is another number.
     *
     * @param triesLeft of verification number A, 1 or more
     */
    record Different(int triesLeft) implements NumberConfirmation {}

    /** No try is left; only the municipal counter can unlock verification number A. */
    record Locked() implements NumberConfirmation {}

    /** One try is left and nobody allowed it to be spent: the number was not sent. */
    record LastTryKept() implements NumberConfirmation {}

    /** The chip accepted the number and then showed another one: distrust it. */
    record Contradicted() implements NumberConfirmation {}
}
