package org.openmyna.trust.authority.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/**
 * Where acts leave their events, inside their own transaction: first {@link #lockClock}, then
 * {@link #put}, then commit. Whoever holds the clock is alone until then, so slow work comes
 * before.
 */
public final class StatusInbox {
    private static final String LOCK_CLOCK =
            "UPDATE legal_clock SET at = GREATEST(at, ?) RETURNING at";
    private static final String LAST_DATE = "SELECT at FROM legal_clock";
    private static final String PUT =
            """
            INSERT INTO status_inbox (event, generation, serial, reason, happened_at, point, not_after, content)
            SELECT event, generation, serial, reason, ?, point, to_timestamp(not_after), content
              FROM unnest(?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
                AS each (event, generation, serial, reason, point, not_after, content, n)
             ORDER BY n
            """;

    /**
     * Locks the clock of the log until the transaction ends.
     *
     * @param legalNow the caller's legal time
     * @return the date of everything in this transaction: whole seconds, never earlier than any
     *     before
     */
    public Instant lockClock(Connection connection, Instant legalNow) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(LOCK_CLOCK)) {
            update.setObject(1, utc(legalNow.truncatedTo(ChronoUnit.SECONDS)));
            return onlyDate(update);
        }
    }

    /** The latest date that was ever given. */
    public Instant lastDate(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LAST_DATE)) {
            return onlyDate(query);
        }
    }

    /**
     * Leaves events, in this order.
     *
     * @param date from {@link #lockClock} of the same transaction
     */
    public void put(Connection connection, Instant date, List<StatusEvent> events)
            throws SQLException {
        if (events.isEmpty()) return;
        try (PreparedStatement insert = connection.prepareStatement(PUT)) {
            insert.setObject(1, utc(date));
            Columns<StatusEvent> columns = new Columns<>(connection, events);
            insert.setArray(2, columns.kinds(Function.identity()));
            insert.setArray(3, columns.generations(Function.identity()));
            insert.setArray(4, columns.serials(Function.identity()));
            insert.setArray(5, columns.reasons(Function.identity()));
            insert.setArray(6, columns.points(Function.identity()));
            insert.setArray(7, columns.ends(Function.identity()));
            insert.setArray(8, columns.contents(Function.identity()));
            insert.executeUpdate();
        }
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Instant onlyDate(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
