package org.openmyna.trust.authority.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves committed events from the inbox into the log. One transaction a batch, under a lock that
 * lasts as long as the transaction: all or nothing, and never two at once in any process.
 */
final class Sequencer {
    static final int BATCH = 5_000;

    /** A holder that freezes between two statements is cut off, or everybody would wait for it. */
    private static final Duration FROZEN = Duration.ofSeconds(5);

    private static final String MOST_IDLE =
            "SELECT set_config('idle_in_transaction_session_timeout', ?, true)";
    private static final String LOCK =
            "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.status_log', 0))";
    private static final String TRY_LOCK =
            "SELECT pg_try_advisory_xact_lock(hashtextextended(current_schema() || '.status_log', 0))";
    private static final String TAKE =
            """
            WITH taken AS (
                DELETE FROM status_inbox
                 WHERE id IN (SELECT id FROM status_inbox ORDER BY id LIMIT ?)
             RETURNING id, event, generation, serial, reason, happened_at, point, not_after, content)
            SELECT event, generation, serial, reason, happened_at, point, not_after, content
              FROM taken
             ORDER BY id
            """;

    private final Duration mostIdle;

    Sequencer() {
        this(FROZEN);
    }

    /**
     * @param mostIdle how long the holder of the lock may do nothing
     */
    Sequencer(Duration mostIdle) {
        this.mostIdle = mostIdle;
    }

    private void limitIdleness(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOST_IDLE)) {
            statement.setString(1, mostIdle.toMillis() + "ms");
            statement.execute();
        }
    }

    /** Waits until nobody else moves entries. */
    void lock(Connection connection) throws SQLException {
        limitIdleness(connection);
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.execute();
        }
    }

    /** Whether nobody else moves entries; then nobody will until the transaction ends. */
    boolean tryLock(Connection connection) throws SQLException {
        limitIdleness(connection);
        try (PreparedStatement statement = connection.prepareStatement(TRY_LOCK);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /**
     * Moves one batch, under the lock; the caller commits.
     *
     * @return how many were moved
     */
    int move(Connection connection) throws SQLException {
        LogRow.End end = null;
        List<LogEntry> entries = new ArrayList<>();
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setInt(1, BATCH);
            try (ResultSet row = take.executeQuery()) {
                while (row.next()) {
                    if (end == null) end = LogRow.last(connection);
                    Instant happenedAt = LogRow.moment(row, "happened_at");
                    LogEntry next =
                            LogEntry.following(
                                    end.hash(), end.position() + 1, LogRow.event(row), happenedAt);
                    entries.add(next);
                    end = new LogRow.End(next.position(), next.hash());
                }
            }
        }
        if (!entries.isEmpty()) {
            LogRow.append(connection, entries);
            RevokedRow.follow(connection, entries);
        }
        return entries.size();
    }
}
