package org.openmyna.server.audit;

import java.nio.file.Path;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.SequencedMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The access log of one organisation as one façade. Any number of processes may use it on one
 * database; machines of one organisation share the key. All methods may be called by many threads,
 * and throw {@link AuditNotReached} (MYNA-AUD-001) if the database does not answer.
 */
public final class AuditLog {
    private static final int BATCH = 5_000;
    // a holder that freezes between two statements is cut off, or everybody would wait for it
    private static final String MOST_IDLE = "SET LOCAL idle_in_transaction_session_timeout = '5s'";
    private static final String LOCK =
            "pg_%s_xact_lock(hashtextextended(current_schema() || '.audit_log', 0))";
    private static final String WAIT_FOR_LOCK = "SELECT true FROM " + LOCK.formatted("advisory");
    private static final String TRY_LOCK = "SELECT " + LOCK.formatted("try_advisory");

    private final DataSource database;
    private final AuditHeads heads;
    private final InstantSource realTime;

    /**
     * @param database whose schema has the tables of {@code V…__audit.sql}
     * @param folder for its owner alone: the key (EC P-256) is made in it at the first start
     */
    public AuditLog(DataSource database, Path folder, SecureRandom random, InstantSource realTime) {
        this.database = database;
        this.heads = new AuditHeads(folder, random);
        this.realTime = realTime;
    }

    /** The key that heads are checked with. */
    public PublicKey publicKey() {
        return heads.publicKey();
    }

    /** Leaves an entry in the caller's transaction: it is there if and only if that commits. */
    public void append(Connection transaction, AuditEntry entry) throws SQLException {
        append(transaction, List.of(entry));
    }

    /** The same for many, in this order. */
    public void append(Connection transaction, List<AuditEntry> entries) throws SQLException {
        AuditRows.leave(transaction, entries);
    }

    /** Takes a statement and its values, to be sent with others. */
    public interface Adding {
        void add(String sql, Object... values);
    }

    /**
     * The same for an act that concerned many alike, as a statement of the caller's: an entry for
     * each of these subjects.
     */
    public void append(Connection transaction, Adding to, AuditEntry entry, List<String> subjects)
            throws SQLException {
        AuditRows.leaveAlike(transaction, to, entry, subjects);
    }

    /**
     * Changes rows and leaves an entry for each of them, as one statement.
     *
     * @param act which ends with {@code RETURNING}
     * @param values of the act
     * @return how many rows there were
     */
    public int append(
            Connection connection, String act, @Nullable Object[] values, AuditEntry entry)
            throws SQLException {
        return AuditRows.leaveWith(connection, act, values, entry);
    }

    /** Leaves an entry in a transaction of its own, for what has no other, as a refusal. */
    public void append(AuditEntry entry) {
        inTransaction(connection -> {
            append(connection, entry);
            return entry;
        });
    }

    /** What is to be reviewed, everything that was committed before this call included. */
    public List<RecordedEntry> find(AuditSearch search) {
        catchUp();
        return inTransaction(connection -> AuditRows.find(connection, search));
    }

    /**
     * Returns when everything that was committed before this call is in the log, whoever moves it.
     *
     * @return the position of the log afterwards
     */
    public long catchUp() {
        return move(true);
    }

    /** Moves what is in the inbox, unless another process is just doing it. */
    long sequence() {
        return move(false);
    }

    private long move(boolean wait) {
        return inTransaction(connection -> {
            int batch = BATCH;
            while (batch == BATCH) {
                // what another process has taken out is in the log when its lock is free
                if (!wait && !AuditRows.isAnyWaiting(connection)) break;
                if (!lock(connection, wait)) break;
                SequencedMap<Long, AuditEntry> entries = AuditRows.waiting(connection, BATCH);
                batch = entries.size();
                if (batch > 0) AuditRows.move(connection, AuditRows.last(connection), entries);
                connection.commit();
            }
            return AuditRows.last(connection).position();
        });
    }

    private static boolean lock(Connection connection, boolean wait) throws SQLException {
        try (PreparedStatement patience = connection.prepareStatement(MOST_IDLE);
                PreparedStatement lock =
                        connection.prepareStatement(wait ? WAIT_FOR_LOCK : TRY_LOCK)) {
            patience.execute();
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Signs the end of the log as it is now, and keeps it in the file too. */
    public void signHead() {
        AuditRows.End signed =
                inTransaction(connection -> {
                    lock(connection, true);
                    AuditRows.End end = AuditRows.last(connection);
                    heads.sign(connection, end, realTime.instant());
                    return end;
                });
        heads.keep(signed);
    }

    /** Reads everything again and says whether it is as it was written. */
    public AuditCheck verify() {
        AuditRows.End kept = heads.kept();
        return inTransaction(connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            AuditCheck check = AuditVerification.of(connection, heads, kept);
            connection.commit();
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            return check;
        });
    }

    /**
     * Starts the background thread, which moves entries and signs heads about every second. A
     * database that does not answer is tried again until it does.
     *
     * @return ends the thread
     */
    public AutoCloseable start() {
        return new AuditDuty(this).start();
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
            throw new AuditNotReached(failed);
        }
    }
}
