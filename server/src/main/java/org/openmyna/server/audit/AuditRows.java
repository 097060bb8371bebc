package org.openmyna.server.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Entries as the tables {@code audit_inbox} and {@code audit_log} hold them. */
final class AuditRows {
    private static final String COLUMNS =
            "real_time, legal_time, caller, officer, procedure, case_id, operation, subject, outcome";
    private static final String LEAVE =
            """
            INSERT INTO audit_inbox (%1$s)
            SELECT real_time::timestamptz, legal_time::timestamptz, caller, officer, procedure, case_id,
                   operation, subject, outcome
              FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY AS each (%1$s, n)
             ORDER BY n
            """
                    .formatted(COLUMNS);
    private static final String TAKE =
            """
            WITH taken AS (
                DELETE FROM audit_inbox
                 WHERE id IN (SELECT id FROM audit_inbox ORDER BY id LIMIT ?)
             RETURNING id, %1$s)
            SELECT %1$s FROM taken ORDER BY id
            """
                    .formatted(COLUMNS);
    // in the order of the index: dead rows, which a queue is full of, are passed quickly there
    private static final String ANY_WAITING = "SELECT id FROM audit_inbox ORDER BY id LIMIT 1";
    private static final String APPEND =
            """
            INSERT INTO audit_log (position, %1$s, hash)
            SELECT position, real_time::timestamptz, legal_time::timestamptz, caller, officer, procedure,
                   case_id, operation, subject, outcome, hash
              FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS each (%1$s, position, hash)
            """
                    .formatted(COLUMNS);
    private static final String LAST =
            "SELECT position, hash FROM audit_log ORDER BY position DESC LIMIT 1";
    private static final String ALL =
            "SELECT position, %s, hash FROM audit_log ORDER BY position".formatted(COLUMNS);
    private static final String FIND =
            """
            SELECT position, %s FROM audit_log
             WHERE position > ? %s
             ORDER BY position LIMIT ?
            """;
    private static final int FETCH = 5_000;

    /** Where the log ends. */
    record End(long position, byte[] hash) {
        static final End OF_NOTHING = new End(0, new byte[32]);
    }

    /** Called for each row of the log. */
    interface Taker {
        void take(long position, Optional<AuditEntry> entry, byte[] hash);
    }

    private AuditRows() {}

    static void leave(Connection connection, List<AuditEntry> entries) throws SQLException {
        if (entries.isEmpty()) return;
        try (PreparedStatement insert = connection.prepareStatement(LEAVE)) {
            setColumns(connection, insert, entries);
            insert.executeUpdate();
        }
    }

    private static void setColumns(
            Connection connection, PreparedStatement insert, List<AuditEntry> entries)
            throws SQLException {
        List<Function<AuditEntry, String>> columns = new ArrayList<>();
        columns.add(each -> each.realTime().toString());
        columns.add(each -> each.legalTime().toString());
        for (int text = 0; text < entries.getFirst().texts().size(); text++) {
            int at = text;
            columns.add(each -> each.texts().get(at));
        }
        int n = 1;
        for (Function<AuditEntry, String> column : columns) {
            String[] cells = entries.stream().map(column).toArray(String[]::new);
            insert.setArray(n++, connection.createArrayOf("text", cells));
        }
    }

    static boolean isAnyWaiting(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ANY_WAITING);
                ResultSet row = query.executeQuery()) {
            return row.next();
        }
    }

    static List<AuditEntry> take(Connection connection, int most) throws SQLException {
        List<AuditEntry> entries = new ArrayList<>();
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setInt(1, most);
            try (ResultSet row = take.executeQuery()) {
                while (row.next()) entries.add(entry(row));
            }
        }
        return entries;
    }

    static void append(Connection connection, End end, List<AuditEntry> entries)
            throws SQLException {
        Long[] positions = new Long[entries.size()];
        byte[][] hashes = new byte[entries.size()][];
        byte[] before = end.hash();
        for (int n = 0; n < positions.length; n++) {
            positions[n] = end.position() + n + 1;
            before = entries.get(n).hashAfter(before, positions[n]);
            hashes[n] = before;
        }
        try (PreparedStatement insert = connection.prepareStatement(APPEND)) {
            setColumns(connection, insert, entries);
            insert.setArray(10, connection.createArrayOf("int8", positions));
            insert.setArray(11, connection.createArrayOf("bytea", hashes));
            insert.executeUpdate();
        }
    }

    static End last(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LAST);
                ResultSet row = query.executeQuery()) {
            return row.next()
                    ? new End(row.getLong("position"), row.getBytes("hash"))
                    : End.OF_NOTHING;
        }
    }

    /**
     * Streams the log.
     *
     * @param connection with auto-commit off, or all rows would be held at once
     */
    static void readAll(Connection connection, Taker taker) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ALL)) {
            query.setFetchSize(FETCH);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    taker.take(row.getLong("position"), readable(row), row.getBytes("hash"));
                }
            }
        }
    }

    private static Optional<AuditEntry> readable(ResultSet row) throws SQLException {
        try {
            return Optional.of(entry(row));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    static List<RecordedEntry> find(Connection connection, AuditSearch search) throws SQLException {
        StringBuilder more = new StringBuilder();
        List<Object> values = new ArrayList<>();
        search.subject()
                .ifPresent(each -> {
                    more.append(" AND subject = ? AND subject <> ''");
                    values.add(each);
                });
        search.officer()
                .ifPresent(each -> {
                    more.append(" AND officer = ? AND officer <> ''");
                    values.add(each);
                });
        search.from()
                .ifPresent(each -> {
                    more.append(" AND real_time >= ?");
                    values.add(each.atOffset(ZoneOffset.UTC));
                });
        search.to()
                .ifPresent(each -> {
                    more.append(" AND real_time < ?");
                    values.add(each.atOffset(ZoneOffset.UTC));
                });
        List<RecordedEntry> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(FIND.formatted(COLUMNS, more))) {
            int n = 1;
            query.setLong(n++, search.after());
            for (Object value : values) query.setObject(n++, value);
            query.setInt(n, search.most());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(new RecordedEntry(row.getLong("position"), entry(row)));
                }
            }
        }
        return found;
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                moment(row, "real_time"),
                moment(row, "legal_time"),
                row.getString("caller"),
                row.getString("officer"),
                row.getString("procedure"),
                row.getString("case_id"),
                row.getString("operation"),
                row.getString("subject"),
                row.getString("outcome"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
