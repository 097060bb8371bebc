package org.openmyna.server.residents;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.openmyna.server.residents.api.Deadline;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentService.DeadlineSearch;

/** What happens by itself on coming days, the earliest first. */
final class Deadlines {
    private static final int MOST = 1000;

    private static final String ALL =
            """
            SELECT person, kind, last_day, law FROM deadline
             WHERE NOT fired AND last_day >= ? AND last_day <= ? ORDER BY last_day, person LIMIT ?
            """;

    /** A record that has left (転出) is still kept by the municipality that it left. */
    private static final String OF_MUNICIPALITY =
            """
            SELECT d.person, d.kind, d.last_day, d.law
              FROM deadline d
              JOIN version v ON v.person = d.person AND v.known_to = 'infinity'
                            AND v.valid_from <= ? AND v.valid_to > ?
             WHERE NOT d.fired AND d.last_day >= ? AND d.last_day <= ? AND v.municipality = ?
               AND NOT EXISTS (
                   SELECT 1 FROM protection p
                    WHERE p.person = d.person AND p.known_to = 'infinity' AND p.from_day <= ? AND p.until_day >= ?
                      AND NOT (? AND p.municipality = ?))
             ORDER BY d.last_day, d.person LIMIT ?
            """;

    List<Deadline> all(Connection connection, LocalDate from, LocalDate to, int most)
            throws SQLException {
        return new Statements()
                .add(ALL, from, to, Math.clamp(most, 1, MOST))
                .query(connection, Deadlines::deadline);
    }

    List<Deadline> of(Connection connection, DeadlineSearch search, LocalDate today)
            throws SQLException {
        String municipality = search.officer().municipality().digits();
        return new Statements()
                .add(
                        OF_MUNICIPALITY,
                        today,
                        today,
                        search.from(),
                        search.to(),
                        municipality,
                        today,
                        today,
                        search.officer().supervisor(),
                        municipality,
                        Math.clamp(search.most(), 1, MOST))
                .query(connection, Deadlines::deadline);
    }

    private static Deadline deadline(ResultSet row) throws SQLException {
        return new Deadline(
                new ResidentId(row.getLong("person")),
                Deadline.Kind.valueOf(row.getString("kind")),
                Statements.day(row, "last_day"),
                row.getString("law"));
    }
}
