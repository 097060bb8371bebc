package org.openmyna.server.audit;

/** What a check of the whole log found. */
public sealed interface AuditCheck {
    /**
     * Everything is as it was written.
     *
     * @param entries so many
     * @param signed so many of them are covered by the newest signed head
     */
    record Sound(long entries, long signed) implements AuditCheck {}

    /**
     * Something is not.
     *
     * @param position of the first entry or head that is not as it was written
     */
    record Broken(long position, AuditFlaw flaw) implements AuditCheck {}
}
