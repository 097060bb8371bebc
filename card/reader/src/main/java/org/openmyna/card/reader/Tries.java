package org.openmyna.card.reader;

/** How many tries a PIN or verification number has left on the card. */
public sealed interface Tries {
    /**
     * It can be tried.
     *
     * @param left 1 or more
     * @param limit what a fresh or unlocked one has
     */
    record Left(int left, int limit) implements Tries {}

    /** No try is left: unlocked by the municipal counter only. */
    record Blocked(int limit) implements Tries {}

    /** The card has no such reference, or lacks its application. */
    record Absent() implements Tries {}

    /** The card counts no tries for it (status word 6300). */
    record Unlimited() implements Tries {}
}
