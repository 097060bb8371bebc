package org.openmyna.trust.authority.log;

import java.security.PublicKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the whole log again, in one snapshot: chain, heads, and what was derived from it. */
final class LogVerification implements LogConsumer {
    private final PublicKey logKey;
    private final Iterator<LogHead> heads;
    private final List<LogHead> allHeads;
    private @Nullable LogHead nextHead;
    private long position;
    private byte[] hash = LogEntry.BEFORE_ALL;
    private Instant date = Instant.MIN;
    private LogCheck.@Nullable Broken broken;

    private LogVerification(List<LogHead> heads, PublicKey logKey) {
        this.logKey = logKey;
        this.allHeads = heads;
        this.heads = heads.iterator();
        this.nextHead = this.heads.hasNext() ? this.heads.next() : null;
    }

    /**
     * @param connection in a transaction that sees one state of everything
     */
    static LogCheck of(Connection connection, PublicKey logKey) throws SQLException {
        var verification = new LogVerification(HeadRow.all(connection), logKey);
        return verification.run(connection);
    }

    private LogCheck run(Connection connection) throws SQLException {
        try {
            checkHeads();
            if (broken == null) LogRow.read(connection, 0, this);
        } catch (LogEntryUnreadable nonsense) {
            return new LogCheck.Broken(nonsense.position(), LogFlaw.ENTRY_UNREADABLE);
        }
        if (broken != null) return broken;
        if (nextHead != null) {
            return new LogCheck.Broken(nextHead.position(), LogFlaw.HEAD_DOES_NOT_FIT);
        }
        long difference = RevokedRow.difference(connection);
        return difference >= 0
                ? new LogCheck.Broken(difference, LogFlaw.REVOKED_DIFFERS)
                : new LogCheck.Sound(position, hash.clone(), allHeads.size());
    }

    @Override
    public boolean take(LogEntry entry) {
        if (entry.position() != position + 1) return flaw(position + 1, LogFlaw.ENTRY_MISSING);
        if (!entry.follows(hash)) return flaw(entry.position(), LogFlaw.HASH_WRONG);
        if (entry.happenedAt().isBefore(date)) {
            return flaw(entry.position(), LogFlaw.DATE_GOES_BACK);
        }
        position = entry.position();
        hash = entry.hash();
        date = entry.happenedAt();
        checkHeads();
        return broken == null;
    }

    /** Those that were signed here. */
    private void checkHeads() {
        while (broken == null && nextHead != null && nextHead.position() <= position) {
            if (nextHead.position() != position || !Arrays.equals(nextHead.hash(), hash)) {
                flaw(nextHead.position(), LogFlaw.HEAD_DOES_NOT_FIT);
            } else if (!nextHead.isSignedBy(logKey)) {
                flaw(position, LogFlaw.HEAD_SIGNATURE_WRONG);
            }
            nextHead = heads.hasNext() ? heads.next() : null;
        }
    }

    private boolean flaw(long at, LogFlaw flaw) {
        broken = new LogCheck.Broken(at, flaw);
        return false;
    }
}
