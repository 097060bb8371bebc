package org.openmyna.trust.authority.log;

import java.security.PublicKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log again, in one snapshot: chain, heads, and what was derived from it. Nothing is held
 * but one entry and one head, however long the log is.
 */
final class LogVerification {
    private final Connection connection;
    private final HeadRow.Heads heads;
    private final PublicKey logKey;
    private @Nullable LogHead nextHead;
    private long fittingHeads;
    private long position;
    private byte[] hash;
    private Instant date = Instant.MIN;

    /** Ends the reading at the first flaw. */
    private static final class Found extends RuntimeException {
        private final transient LogCheck.Broken broken;

        Found(long position, LogFlaw flaw) {
            super(flaw.english(), null, false, false);
            this.broken = new LogCheck.Broken(position, flaw);
        }
    }

    private LogVerification(
            Connection connection,
            HeadRow.Heads heads,
            PublicKey logKey,
            long position,
            byte[] hash) {
        this.connection = connection;
        this.heads = heads;
        this.logKey = logKey;
        this.position = position;
        this.hash = hash;
    }

    /**
     * Of the whole log.
     *
     * @param connection in a transaction that sees one state of everything
     */
    static LogCheck of(Connection connection, PublicKey logKey) throws SQLException {
        return run(connection, logKey, 0, LogEntry.BEFORE_ALL, Optional.empty());
    }

    /** From the entry that a head signed, which must still be there, with the same hash. */
    static LogCheck since(Connection connection, PublicKey logKey, LogHead trusted)
            throws SQLException {
        if (!trusted.isSignedBy(logKey)) {
            return new LogCheck.Broken(trusted.position(), LogFlaw.HEAD_SIGNATURE_WRONG);
        }
        long before = Math.max(0, trusted.position() - 1);
        Optional<byte[]> hash = LogRow.hashAt(connection, before);
        return hash.isPresent()
                ? run(connection, logKey, before, hash.get(), Optional.of(trusted))
                : new LogCheck.Broken(before, LogFlaw.ENTRY_MISSING);
    }

    private static LogCheck run(
            Connection connection,
            PublicKey logKey,
            long after,
            byte[] hash,
            Optional<LogHead> trusted)
            throws SQLException {
        long firstHead = trusted.isPresent() ? trusted.get().position() : 0;
        try (var heads = new HeadRow.Heads(connection, firstHead)) {
            return new LogVerification(connection, heads, logKey, after, hash).run(trusted);
        } catch (Found found) {
            return found.broken;
        } catch (LogEntryUnreadable nonsense) {
            return new LogCheck.Broken(nonsense.position(), LogFlaw.ENTRY_UNREADABLE);
        }
    }

    private LogCheck run(Optional<LogHead> trusted) throws SQLException {
        nextHead = heads.next();
        checkHeads();
        // the whole log: also what stands before the first position
        long after = trusted.isPresent() ? position : Long.MIN_VALUE;
        LogRow.read(
                connection,
                after,
                entry -> {
                    check(entry);
                    trusted.filter(head -> head.position() == position).ifPresent(this::mustFit);
                    checkHeads();
                    return true;
                });
        if (trusted.isPresent() && trusted.get().position() > position) {
            return new LogCheck.Broken(position + 1, LogFlaw.ENTRY_MISSING);
        }
        if (nextHead != null) {
            return new LogCheck.Broken(nextHead.position(), LogFlaw.HEAD_DOES_NOT_FIT);
        }
        long difference = RevokedRow.difference(connection);
        return difference >= 0
                ? new LogCheck.Broken(difference, LogFlaw.REVOKED_DIFFERS)
                : new LogCheck.Sound(position, hash.clone(), fittingHeads);
    }

    private void check(LogEntry entry) {
        if (entry.position() <= position) throw new Found(entry.position(), LogFlaw.ENTRY_EXTRA);
        if (entry.position() != position + 1) throw new Found(position + 1, LogFlaw.ENTRY_MISSING);
        if (!entry.follows(hash)) throw new Found(entry.position(), LogFlaw.HASH_WRONG);
        if (entry.happenedAt().isBefore(date)) {
            throw new Found(entry.position(), LogFlaw.DATE_GOES_BACK);
        }
        position = entry.position();
        hash = entry.hash();
        date = entry.happenedAt();
    }

    /** Those that were signed here. */
    private void checkHeads() throws SQLException {
        while (nextHead != null && nextHead.position() <= position) {
            mustFit(nextHead);
            if (!nextHead.isSignedBy(logKey)) {
                throw new Found(position, LogFlaw.HEAD_SIGNATURE_WRONG);
            }
            fittingHeads++;
            nextHead = heads.next();
        }
    }

    private void mustFit(LogHead head) {
        if (head.position() != position || !Arrays.equals(head.hash(), hash)) {
            throw new Found(head.position(), LogFlaw.HEAD_DOES_NOT_FIT);
        }
    }
}
