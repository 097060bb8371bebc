package org.openmyna.server.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

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
    private static final String LEAVE_ALIKE =
            """
            INSERT INTO audit_inbox (%s)
            SELECT ?, ?, ?, ?, ?, ?, ?, subject, ?
              FROM unnest(?) WITH ORDINALITY AS each (subject, n)
             ORDER BY n
            """
                    .formatted(COLUMNS);
    private static final String LEAVE_WITH =
            """
            WITH act AS (%%s)
            INSERT INTO audit_inbox (%s) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? FROM act
            """
                    .formatted(COLUMNS);
    private static final String WAITING =
            "SELECT id, %s FROM audit_inbox ORDER BY id LIMIT ?".formatted(COLUMNS);
    // in the order of the index: dead rows, which a queue is full of, are passed quickly there
    private static final String ANY_WAITING = "SELECT id FROM audit_inbox ORDER BY id LIMIT 1";
    private static final String MOVE =
            """
            WITH taken AS (DELETE FROM audit_inbox WHERE id = ANY (?) RETURNING id, %1$s)
            INSERT INTO audit_log (position, %1$s, hash)
            SELECT position, %1$s, hash
              FROM taken JOIN unnest(?, ?, ?) AS place (id, position, hash) USING (id)
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
            String[][] columns = columns(entries);
            for (int n = 0; n < columns.length; n++) {
                insert.setArray(n + 1, connection.createArrayOf("text", columns[n]));
            }
            insert.executeUpdate();
        }
    }

    static void leaveAlike(
            Connection connection, AuditLog.Adding to, AuditEntry entry, List<String> subjects)
            throws SQLException {
        if (subjects.isEmpty()) return;
        to.add(
                LEAVE_ALIKE,
                entry.realTime(),
                entry.legalTime(),
                entry.caller(),
                entry.officer(),
                entry.procedure(),
                entry.caseId(),
                entry.operation(),
                entry.outcome(),
                connection.createArrayOf(
                        "text",
                        subjects.stream().map(each -> entry.about(each).subject()).toArray()));
    }

    static int leaveWith(
            Connection connection, String act, @Nullable Object[] values, AuditEntry entry)
            throws SQLException {
        try (PreparedStatement both = connection.prepareStatement(LEAVE_WITH.formatted(act))) {
            int n = 1;
            for (Object value : values) both.setObject(n++, value);
            both.setObject(n++, entry.realTime().atOffset(ZoneOffset.UTC));
            both.setObject(n++, entry.legalTime().atOffset(ZoneOffset.UTC));
            for (String text : entry.texts()) both.setString(n++, text);
            return both.executeUpdate();
        }
    }

    private static String[][] columns(List<AuditEntry> entries) {
        String[][] columns = new String[9][entries.size()];
        for (int n = 0; n < entries.size(); n++) {
            AuditEntry entry = entries.get(n);
            columns[0][n] = entry.realTime().toString();
            columns[1][n] = entry.legalTime().toString();
            int column = 2;
            for (String text : entry.texts()) columns[column++][n] = text;
        }
        return columns;
    }

    static boolean isAnyWaiting(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ANY_WAITING);
                ResultSet row = query.executeQuery()) {
            return row.next();
        }
    }

    /** What is in the inbox, the oldest first. */
    static SequencedMap<Long, AuditEntry> waiting(Connection connection, int most)
            throws SQLException {
        SequencedMap<Long, AuditEntry> entries = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(WAITING)) {
            query.setInt(1, most);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) entries.put(row.getLong("id"), entry(row));
            }
        }
        return entries;
    }

    /** From the inbox to the end of the log. */
    static void move(Connection connection, End end, SequencedMap<Long, AuditEntry> entries)
            throws SQLException {
        Long[] ids = entries.keySet().toArray(Long[]::new);
        Long[] positions = new Long[ids.length];
        byte[][] hashes = new byte[ids.length][];
        byte[] before = end.hash();
        int n = 0;
        for (AuditEntry entry : entries.values()) {
            positions[n] = end.position() + n + 1;
            before = entry.hashAfter(before, positions[n]);
            hashes[n++] = before;
        }
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            move.setArray(1, connection.createArrayOf("int8", ids));
            move.setArray(2, connection.createArrayOf("int8", ids));
            move.setArray(3, connection.createArrayOf("int8", positions));
            move.setArray(4, connection.createArrayOf("bytea", hashes));
            if (move.executeUpdate() != ids.length) throw new SQLException("the inbox changed");
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
