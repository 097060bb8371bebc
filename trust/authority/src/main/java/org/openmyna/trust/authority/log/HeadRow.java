package org.openmyna.trust.authority.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Signed heads as the table {@code log_head} holds them: the newest of each position. */
final class HeadRow {
    private static final String NEWEST =
            "SELECT position, hash, signed_at, signature FROM log_head ORDER BY position DESC LIMIT 1";
    private static final String ALL =
            "SELECT position, hash, signed_at, signature FROM log_head ORDER BY position";
    private static final String PUT =
            """
            INSERT INTO log_head (position, hash, signed_at, signature) VALUES (?, ?, ?, ?)
                ON CONFLICT (position)
                DO UPDATE SET signed_at = EXCLUDED.signed_at, signature = EXCLUDED.signature
            """;

    private HeadRow() {}

    static Optional<LogHead> newest(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NEWEST);
                ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(head(row)) : Optional.empty();
        }
    }

    static List<LogHead> all(Connection connection) throws SQLException {
        List<LogHead> heads = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(ALL);
                ResultSet row = query.executeQuery()) {
            while (row.next()) heads.add(head(row));
        }
        return heads;
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
