package org.openmyna.trust.authority.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openmyna.trust.profile.CertificateSerial;

/** The table {@code revoked}: what the log says is revoked or held now. */
final class RevokedRow {
    private static final String UPSERT =
            """
            INSERT INTO revoked (generation, serial, reason, revoked_at, point, not_after)
            SELECT generation, serial, reason, to_timestamp(revoked_at), point, to_timestamp(not_after)
              FROM unnest(?, ?, ?, ?, ?, ?) AS each (generation, serial, reason, revoked_at, point, not_after)
                ON CONFLICT (generation, serial)
                DO UPDATE SET reason = EXCLUDED.reason, revoked_at = EXCLUDED.revoked_at
            """;
    private static final String DELETE =
            """
            DELETE FROM revoked USING unnest(?, ?) AS each (generation, serial)
             WHERE revoked.generation = each.generation AND revoked.serial = each.serial
            """;

    /**
     * Where the log last spoke of the first certificate that the table and the log disagree about.
     */
    private static final String DIFFERENCE =
            """
            WITH last AS (
                SELECT DISTINCT ON (generation, serial)
                       generation, serial, position, event, reason, happened_at, point, not_after
                  FROM status_log
                 WHERE event IN (4, 5)
                 ORDER BY generation, serial, position DESC)
            SELECT COALESCE(l.position, 0) AS position
              FROM last AS l
              FULL JOIN revoked AS r ON r.generation = l.generation AND r.serial = l.serial
             WHERE CASE WHEN l.event = 4
                        THEN (l.reason, l.happened_at, l.point, l.not_after)
                             IS DISTINCT FROM (r.reason, r.revoked_at, r.point, r.not_after)
                        ELSE r.generation IS NOT NULL
                    END
             ORDER BY position
             LIMIT 1
            """;

    private record Certificate(short generation, CertificateSerial serial) {}

    private RevokedRow() {}

    /** Brings the table to where these entries lead; the last one of a certificate counts. */
    static void follow(Connection connection, List<LogEntry> entries) throws SQLException {
        Map<Certificate, LogEntry> last = new LinkedHashMap<>();
        for (LogEntry entry : entries) {
            StatusEvent event = entry.event();
            switch (event.kind()) {
                case REVOKED, LIFTED ->
                        last.put(new Certificate(event.generation(), event.serial()), entry);
                case GENERATION, CERTIFIED, ACTIVATED -> {}
            }
        }
        List<LogEntry> revoked = new ArrayList<>();
        List<LogEntry> lifted = new ArrayList<>();
        for (LogEntry entry : last.values()) {
            (entry.event().kind() == StatusEvent.Kind.REVOKED ? revoked : lifted).add(entry);
        }
        if (!lifted.isEmpty()) delete(connection, lifted);
        if (!revoked.isEmpty()) upsert(connection, revoked);
    }

    private static void upsert(Connection connection, List<LogEntry> entries) throws SQLException {
        Function<LogEntry, StatusEvent> event = LogEntry::event;
        Columns<LogEntry> columns = new Columns<>(connection, entries);
        try (PreparedStatement insert = connection.prepareStatement(UPSERT)) {
            insert.setArray(1, columns.generations(event));
            insert.setArray(2, columns.serials(event));
            insert.setArray(3, columns.reasons(event));
            insert.setArray(
                    4,
                    columns.array("int8", Long[]::new, each -> each.happenedAt().getEpochSecond()));
            insert.setArray(5, columns.points(event));
            insert.setArray(6, columns.ends(event));
            insert.executeUpdate();
        }
    }

    private static void delete(Connection connection, List<LogEntry> entries) throws SQLException {
        Columns<LogEntry> columns = new Columns<>(connection, entries);
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setArray(1, columns.generations(LogEntry::event));
            delete.setArray(2, columns.serials(LogEntry::event));
            delete.executeUpdate();
        }
    }

    /**
     * The position at which log and table part; 0 if it is about a certificate that the log never
     * called revoked; -1 if they agree.
     */
    static long difference(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(DIFFERENCE);
                ResultSet row = query.executeQuery()) {
            return row.next() ? row.getLong("position") : -1;
        }
    }
}
