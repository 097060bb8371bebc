package org.openmyna.trust.authority.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.openmyna.trust.profile.ContentSignature;

/**
 * The log as one façade: moves events in, tells where it ends, signs that, reads, exports,
 * verifies. Any number of processes may do all of this on one database at once. All methods may be
 * called by many threads, and throw {@link LogNotReached} (MYNA-LOG-001) if the database does not
 * answer.
 */
public final class StatusLog {
    // in the order of the index: dead rows, which a queue is full of, are passed quickly there
    private static final String ANY_WAITING = "SELECT id FROM status_inbox ORDER BY id LIMIT 1";

    private final DataSource database;
    private final ContentSignature logKey;
    private final PublicKey publicKey;
    private final InstantSource legalTime;
    private final StatusInbox inbox = new StatusInbox();
    private final Sequencer sequencer = new Sequencer();
    private final LogDuty duty = new LogDuty(this);

    /**
     * @param logKey signs heads: ECDSA P-256 with SHA-256, DER
     * @param publicKey its other half
     */
    public StatusLog(
            DataSource database,
            ContentSignature logKey,
            PublicKey publicKey,
            InstantSource legalTime) {
        this.database = database;
        this.logKey = logKey;
        this.publicKey = publicKey;
        this.legalTime = legalTime;
    }

    /** The key that heads are checked with. */
    public PublicKey publicKey() {
        return publicKey;
    }

    /**
     * Moves what is in the inbox into the log, unless another process is just doing it.
     *
     * @return the position of the log afterwards
     */
    public long sequence() {
        return move(false);
    }

    /**
     * Returns when everything that was committed before this call is in the log, whoever moves it.
     *
     * @return the position of the log afterwards
     */
    public long catchUp() {
        return move(true);
    }

    private long move(boolean wait) {
        return inTransaction(connection -> {
            int batch;
            do {
                if (!isAnyWaiting(connection)) {
                    if (!wait) break;
                    // what another process has taken out is in the log when its lock is free
                    sequencer.lock(connection);
                } else if (wait) {
                    sequencer.lock(connection);
                } else if (!sequencer.tryLock(connection)) {
                    break;
                }
                batch = sequencer.move(connection);
                connection.commit();
            } while (batch == Sequencer.BATCH);
            return LogRow.last(connection).position();
        });
    }

    private static boolean isAnyWaiting(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ANY_WAITING);
                ResultSet row = query.executeQuery()) {
            return row.next();
        }
    }

    /** The position of the last entry; 0 for an empty log. */
    public long position() {
        return inTransaction(connection -> LogRow.last(connection).position());
    }

    /**
     * The newest signed head; one is signed now if the log has grown since, or was never signed.
     */
    public LogHead head() {
        return inTransaction(connection -> {
            Optional<LogHead> newest = HeadRow.newest(connection);
            if (newest.isPresent()
                    && newest.get().position() == LogRow.last(connection).position()) {
                return newest.get();
            }
            return sign(connection);
        });
    }

    /**
     * Signs the end of the log as it is now, with the date of now, although it was signed before.
     */
    public LogHead signHead() {
        return inTransaction(this::sign);
    }

    /** The newest head that was signed, by whomever. */
    public Optional<LogHead> newestHead() {
        return inTransaction(HeadRow::newest);
    }

    /**
     * Takes away signed heads that are older than a day of legal time, but for the last of each
     * day. {@link #verify} and {@link #verifySince} need no more.
     *
     * @return how many went
     */
    public int pruneHeads() {
        Instant aDayAgo = legalTime.instant().minus(Duration.ofDays(1));
        return inTransaction(connection -> HeadRow.prune(connection, aDayAgo));
    }

    private LogHead sign(Connection connection) throws SQLException {
        // the position may not move between reading and writing it down
        sequencer.lock(connection);
        LogRow.End end = LogRow.last(connection);
        Instant last = inbox.lastDate(connection);
        Instant now = legalTime.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant signedAt = now.isBefore(last) ? last : now;
        byte[] signature = logKey.sign(LogHead.content(end.position(), end.hash(), signedAt));
        LogHead head = new LogHead(end.position(), end.hash(), signedAt, signature);
        HeadRow.put(connection, head);
        connection.commit();
        return head;
    }

    /**
     * Streams the entries behind a position, as they are at this moment.
     *
     * @throws LogEntryUnreadable at the first row that cannot be an entry (MYNA-LOG-002)
     */
    public void read(long after, LogConsumer consumer) {
        inTransaction(connection -> {
            LogRow.read(connection, after, consumer::take);
            return after;
        });
    }

    /**
     * Writes the entries behind a position as text: a line each, its hash in hexadecimal at the
     * end.
     *
     * @throws LogNotExported if the stream does not take it (MYNA-LOG-003)
     */
    public void export(long after, OutputStream out) {
        read(
                after,
                entry -> {
                    String line =
                            entry.line() + "|" + HexFormat.of().formatHex(entry.hash()) + "\n";
                    try {
                        out.write(line.getBytes(StandardCharsets.UTF_8));
                        return true;
                    } catch (IOException refused) {
                        throw new LogNotExported(refused);
                    }
                });
    }

    /**
     * Reads everything again and says whether it is as it was written. Who cuts off the end of the
     * log together with the heads there is found by {@link #verifySince} alone.
     */
    public LogCheck verify() {
        return inOneView(connection -> LogVerification.of(connection, publicKey));
    }

    /**
     * Says whether the log still holds what a head signed, and is as it was written from there on:
     * for those who kept a head outside the database.
     *
     * @param trusted of an earlier day; its signature is checked too
     */
    public LogCheck verifySince(LogHead trusted) {
        return inOneView(connection -> LogVerification.since(connection, publicKey, trusted));
    }

    private LogCheck inOneView(Work<LogCheck> work) {
        return inTransaction(connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            LogCheck check = work.in(connection);
            connection.commit();
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            return check;
        });
    }

    /** Tells the background thread that something was committed. */
    public void wake() {
        duty.wake();
    }

    /**
     * Starts the background thread: it moves events when it is woken and twenty times a second, and
     * signs heads. A database that does not answer is tried again until it does.
     *
     * @return ends the thread
     */
    public AutoCloseable start() {
        return duty.start();
    }

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            // after a failure the pool cleans the connection
            connection.setAutoCommit(false);
            T result = work.in(connection);
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException failed) {
            throw new LogNotReached(failed);
        }
    }
}
