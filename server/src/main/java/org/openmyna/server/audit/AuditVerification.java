package org.openmyna.server.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/** Reads the log again, in one snapshot: chain, signed head, and the head in the file. */
final class AuditVerification {
    private final AuditRows.End signed;
    private final AuditRows.End kept;
    private long position;
    private byte[] hash = AuditRows.End.OF_NOTHING.hash();

    /** Ends the reading at the first flaw. */
    private static final class Found extends RuntimeException {
        private final transient AuditCheck.Broken broken;

        Found(long position, AuditFlaw flaw) {
            super(flaw.english(), null, false, false);
            this.broken = new AuditCheck.Broken(position, flaw);
        }
    }

    private AuditVerification(AuditRows.End signed, AuditRows.End kept) {
        this.signed = signed;
        this.kept = kept;
    }

    /**
     * @param connection in a transaction that sees one state of everything
     * @param kept end in the file, read before that state
     */
    static AuditCheck of(Connection connection, AuditHeads heads, AuditRows.End kept)
            throws SQLException {
        Optional<AuditHeads.Head> head = AuditHeads.newest(connection);
        if (head.isPresent() && !heads.isSigned(head.get())) {
            return new AuditCheck.Broken(head.get().position(), AuditFlaw.HEAD_SIGNATURE_WRONG);
        }
        var signed = head.map(AuditHeads.Head::end).orElse(AuditRows.End.OF_NOTHING);
        try {
            return new AuditVerification(signed, kept).run(connection);
        } catch (Found found) {
            return found.broken;
        }
    }

    private AuditCheck run(Connection connection) throws SQLException {
        AuditRows.readAll(connection, this::check);
        if (kept.position() > position) throw new Found(position + 1, AuditFlaw.END_CUT_OFF);
        if (signed.position() > position) {
            throw new Found(signed.position(), AuditFlaw.HEAD_DOES_NOT_FIT);
        }
        // the file is written after the commit: it may be behind the table, never before it
        if (kept.position() > signed.position()) {
            throw new Found(signed.position(), AuditFlaw.HEAD_DOES_NOT_FIT);
        }
        return new AuditCheck.Sound(position, signed.position());
    }

    private void check(long at, Optional<AuditEntry> entry, byte[] written) {
        if (at <= position) throw new Found(at, AuditFlaw.ENTRY_EXTRA);
        if (at != position + 1) throw new Found(position + 1, AuditFlaw.ENTRY_MISSING);
        if (entry.isEmpty()) throw new Found(at, AuditFlaw.ENTRY_UNREADABLE);
        if (!Arrays.equals(written, entry.get().hashAfter(hash, at))) {
            throw new Found(at, AuditFlaw.HASH_WRONG);
        }
        position = at;
        hash = written;
        mustFit(signed);
        mustFit(kept);
    }

    private void mustFit(AuditRows.End end) {
        if (end.position() == position && !Arrays.equals(end.hash(), hash)) {
            throw new Found(position, AuditFlaw.HEAD_DOES_NOT_FIT);
        }
    }
}
