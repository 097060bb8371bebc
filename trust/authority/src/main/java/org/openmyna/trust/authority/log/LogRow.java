package org.openmyna.trust.authority.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.openmyna.trust.profile.RevocationReason;
import org.openmyna.trust.profile.SerialOutOfRange;

/** Entries as the table {@code status_log} holds them. */
final class LogRow {
    private static final String AFTER =
            """
            SELECT position, event, generation, serial, reason, happened_at, point, not_after, content, hash
              FROM status_log
             WHERE position > ?
             ORDER BY position
            """;
    private static final String LAST =
            "SELECT position, hash, happened_at FROM status_log ORDER BY position DESC LIMIT 1";
    private static final String HASH_AT = "SELECT hash FROM status_log WHERE position = ?";
    private static final String APPEND =
            """
            INSERT INTO status_log
                   (position, event, generation, serial, reason, happened_at, point, not_after, content, hash)
            SELECT position, event, generation, serial, reason, to_timestamp(happened_at), point,
                   to_timestamp(not_after), content, hash
              FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                AS each (position, event, generation, serial, reason, happened_at, point, not_after, content, hash)
            """;
    private static final int FETCH = 10_000;

    private LogRow() {}

    /** A {@link LogConsumer} that may ask the database while it takes. */
    interface Taker {
        boolean take(LogEntry entry) throws SQLException;
    }

    /** Where the log ends. */
    record End(long position, byte[] hash) {}

    static End last(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LAST);
                ResultSet row = query.executeQuery()) {
            return row.next()
                    ? new End(row.getLong("position"), row.getBytes("hash"))
                    : new End(0, LogEntry.BEFORE_ALL);
        }
    }

    /** The hash of an entry; {@link LogEntry#BEFORE_ALL} for position 0, empty if there is none. */
    static Optional<byte[]> hashAt(Connection connection, long position) throws SQLException {
        if (position == 0) return Optional.of(LogEntry.BEFORE_ALL);
        try (PreparedStatement query = connection.prepareStatement(HASH_AT)) {
            query.setLong(1, position);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes("hash")) : Optional.empty();
            }
        }
    }

    static void append(Connection connection, List<LogEntry> entries) throws SQLException {
        Function<LogEntry, StatusEvent> event = LogEntry::event;
        Columns<LogEntry> columns = new Columns<>(connection, entries);
        try (PreparedStatement insert = connection.prepareStatement(APPEND)) {
            insert.setArray(1, columns.array("int8", Long[]::new, LogEntry::position));
            insert.setArray(2, columns.kinds(event));
            insert.setArray(3, columns.generations(event));
            insert.setArray(4, columns.serials(event));
            insert.setArray(5, columns.reasons(event));
            insert.setArray(
                    6,
                    columns.array("int8", Long[]::new, each -> each.happenedAt().getEpochSecond()));
            insert.setArray(7, columns.points(event));
            insert.setArray(8, columns.ends(event));
            insert.setArray(9, columns.contents(event));
            insert.setArray(10, columns.array("bytea", byte[][]::new, LogEntry::hash));
            insert.executeUpdate();
        }
    }

    /**
     * Streams the entries behind a position.
     *
     * @param connection with auto-commit off, or all rows would be held at once
     * @throws LogEntryUnreadable at the first row that is no entry
     */
    static void read(Connection connection, long after, Taker taker) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(AFTER)) {
            query.setLong(1, after);
            query.setFetchSize(FETCH);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    if (!taker.take(entry(row))) return;
                }
            }
        }
    }

    private static LogEntry entry(ResultSet row) throws SQLException {
        long position = row.getLong("position");
        try {
            return new LogEntry(
                    position, event(row), moment(row, "happened_at"), row.getBytes("hash"));
        } catch (NoSuchElementException | IllegalArgumentException | SerialOutOfRange nonsense) {
            throw new LogEntryUnreadable(position, nonsense);
        }
    }

    /** Also of a row of the inbox, whose columns have the same names. */
    static StatusEvent event(ResultSet row) throws SQLException {
        int reason = row.getInt("reason");
        Optional<RevocationReason> revoked =
                row.wasNull()
                        ? Optional.empty()
                        : Optional.of(RevocationReason.ofCode(reason).orElseThrow());
        return new StatusEvent(
                StatusEvent.Kind.ofCode(row.getInt("event")).orElseThrow(),
                row.getShort("generation"),
                SerialColumn.serial(row.getBytes("serial")),
                revoked,
                row.getString("point"),
                moment(row, "not_after"),
                Optional.ofNullable(row.getBytes("content")));
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
