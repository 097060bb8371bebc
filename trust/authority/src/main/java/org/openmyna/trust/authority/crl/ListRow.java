package org.openmyna.trust.authority.crl;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code revocation_list}.
 *
 * @param day whose regular list it is; null when it was made on demand
 */
record ListRow(
        short generation,
        String point,
        long number,
        long position,
        Instant thisUpdate,
        Instant nextUpdate,
        int entries,
        long bytes,
        byte[] sha256,
        @Nullable LocalDate day) {
    private static final String COLUMNS =
            """
            r.generation, r.point, r.number, r.position, r.this_update, r.next_update,
            r.entries, r.bytes, r.sha256, r.day
            """;

    private static final String INSERT =
            """
            INSERT INTO revocation_list (generation, point, number, position, this_update,
                                         next_update, entries, bytes, sha256, day, file_kept)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true)
            """;
    private static final String NEWEST_OF_EACH =
            """
            SELECT %s
              FROM (SELECT generation, point FROM list_point
                    UNION ALL
                    SELECT generation, '*' FROM generation) AS kind
             CROSS JOIN LATERAL
                   (SELECT * FROM revocation_list AS l
                     WHERE l.generation = kind.generation AND l.point = kind.point
                     ORDER BY l.number DESC
                     LIMIT 1) AS r
             ORDER BY r.generation, r.point COLLATE "C"
            """
                    .formatted(COLUMNS);
    private static final String NEWEST_OF_GENERATION =
            """
            SELECT %s
              FROM revocation_list AS r
             WHERE r.generation = ?
             ORDER BY r.number DESC
             LIMIT 1
            """
                    .formatted(COLUMNS);
    private static final String NEWEST_REGULAR =
            """
            SELECT %s
              FROM revocation_list AS r
             WHERE r.generation = ? AND r.point = '*' AND r.day IS NOT NULL
             ORDER BY r.number DESC
             LIMIT 1
            """
                    .formatted(COLUMNS);
    private static final String OUTLIVED =
            """
            SELECT %s
              FROM revocation_list AS r
             WHERE r.file_kept AND r.next_update < ?
               AND EXISTS (SELECT 1 FROM revocation_list AS newer
                            WHERE newer.generation = r.generation AND newer.point = r.point
                              AND newer.number > r.number)
            """
                    .formatted(COLUMNS);
    private static final String FILE_GONE =
            """
            UPDATE revocation_list SET file_kept = false
             WHERE generation = ? AND point = ? AND number = ?
            """;

    private static ListRow from(ResultSet row) throws SQLException {
        return new ListRow(
                row.getShort("generation"),
                row.getString("point"),
                row.getLong("number"),
                row.getLong("position"),
                row.getObject("this_update", OffsetDateTime.class).toInstant(),
                row.getObject("next_update", OffsetDateTime.class).toInstant(),
                row.getInt("entries"),
                row.getLong("bytes"),
                row.getBytes("sha256"),
                row.getObject("day", LocalDate.class));
    }

    static void insert(Connection connection, List<ListRow> lists) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(INSERT)) {
            for (ListRow list : lists) {
                row.setShort(1, list.generation);
                row.setString(2, list.point);
                row.setLong(3, list.number);
                row.setLong(4, list.position);
                row.setObject(5, list.thisUpdate.atOffset(ZoneOffset.UTC));
                row.setObject(6, list.nextUpdate.atOffset(ZoneOffset.UTC));
                row.setInt(7, list.entries);
                row.setLong(8, list.bytes);
                row.setBytes(9, list.sha256);
                row.setObject(10, list.day);
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    /** The newest list of every kind, in the order of generation and point. */
    static List<ListRow> newestOfEach(Connection connection) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(NEWEST_OF_EACH)) {
            return all(asked);
        }
    }

    static Optional<ListRow> newest(Connection connection, short generation) throws SQLException {
        return first(connection, NEWEST_OF_GENERATION, generation);
    }

    /** The last full list that was issued because a day began. */
    static Optional<ListRow> newestRegular(Connection connection, short generation)
            throws SQLException {
        return first(connection, NEWEST_REGULAR, generation);
    }

    private static Optional<ListRow> first(Connection connection, String sql, short generation)
            throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(sql)) {
            asked.setShort(1, generation);
            return all(asked).stream().findFirst();
        }
    }

    /** Lists whose files nobody needs any more; the newest of a kind is never among them. */
    static List<ListRow> outlived(Connection connection, Instant endedBefore) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(OUTLIVED)) {
            asked.setObject(1, endedBefore.atOffset(ZoneOffset.UTC));
            return all(asked);
        }
    }

    static void filesGone(Connection connection, List<ListRow> lists) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(FILE_GONE)) {
            for (ListRow list : lists) {
                row.setShort(1, list.generation);
                row.setString(2, list.point);
                row.setLong(3, list.number);
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    private static List<ListRow> all(PreparedStatement asked) throws SQLException {
        try (ResultSet rows = asked.executeQuery()) {
            List<ListRow> found = new ArrayList<>();
            while (rows.next()) {
                found.add(from(rows));
            }
            return found;
        }
    }
}
