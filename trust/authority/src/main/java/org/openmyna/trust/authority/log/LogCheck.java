package org.openmyna.trust.authority.log;

/** What a check of the whole log found. */
public sealed interface LogCheck {
    /**
     * Everything is as it was written.
     *
     * @param position of the last entry
     * @param heads signed heads that fit
     */
    record Sound(long position, byte[] hash, long heads) implements LogCheck {}

    /**
     * Something is not.
     *
     * @param position of the first entry, or of the head, that is not as it was written; of the
     *     last entry about a certificate that the table of revoked ones tells otherwise, 0 if the
     *     log never called it revoked
     */
    record Broken(long position, LogFlaw flaw) implements LogCheck {}
}
