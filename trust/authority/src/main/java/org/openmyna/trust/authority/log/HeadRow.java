package org.openmyna.trust.authority.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signed heads as the table {@code log_head} holds them: the newest of each position; of days past
 * the last alone.
 */
final class HeadRow {
    private static final String NEWEST =
            "SELECT position, hash, signed_at, signature FROM log_head ORDER BY position DESC LIMIT 1";
    private static final String FROM =
            """
            SELECT position, hash, signed_at, signature
              FROM log_head
             WHERE position >= ?
             ORDER BY position
            """;
    private static final int FETCH = 1_000;
    private static final String PUT =
            """
            INSERT INTO log_head (position, hash, signed_at, signature) VALUES (?, ?, ?, ?)
                ON CONFLICT (position)
                DO UPDATE SET signed_at = EXCLUDED.signed_at, signature = EXCLUDED.signature
            """;
    private static final String PRUNE =
            """
            DELETE FROM log_head
             WHERE position IN
                   (SELECT position
                      FROM (SELECT position,
                                   row_number() OVER (
                                       PARTITION BY (signed_at AT TIME ZONE 'Asia/Tokyo')::date
                                       ORDER BY position DESC) AS from_last
                              FROM log_head
                             WHERE signed_at < ?) AS old
                     WHERE from_last > 1)
            """;

    private HeadRow() {}

    /**
     * Of the heads before a moment the last of each day in Japan stays. Each head vouches for all
     * entries before it, so nothing that is found with all of them is lost with these.
     *
     * @return how many went
     */
    static int prune(Connection connection, Instant before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(PRUNE)) {
            delete.setObject(1, before.atOffset(ZoneOffset.UTC));
            return delete.executeUpdate();
        }
    }

    static Optional<LogHead> newest(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NEWEST);
                ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(head(row)) : Optional.empty();
        }
    }

    /** Heads one by one, in the order of their positions: a day has tens of thousands of them. */
    static final class Heads implements AutoCloseable {
        private final PreparedStatement query;
        private final ResultSet row;

        /**
         * @param connection with auto-commit off, or all rows would be held at once
         */
        Heads(Connection connection, long from) throws SQLException {
            query = connection.prepareStatement(FROM);
            query.setFetchSize(FETCH);
            query.setLong(1, from);
            row = query.executeQuery();
        }

        /** The next one, or null. */
        @Nullable LogHead next() throws SQLException {
            return row.next() ? head(row) : null;
        }

        @Override
        public void close() throws SQLException {
            query.close();
        }
    }

    static void put(Connection connection, LogHead head) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(PUT)) {
            insert.setLong(1, head.position());
            insert.setBytes(2, head.hash());
            insert.setObject(3, head.signedAt().atOffset(ZoneOffset.UTC));
            insert.setBytes(4, head.signature());
            insert.executeUpdate();
        }
    }

    private static LogHead head(ResultSet row) throws SQLException {
        return new LogHead(
                row.getLong("position"),
                row.getBytes("hash"),
                LogRow.moment(row, "signed_at"),
                row.getBytes("signature"));
    }
}
