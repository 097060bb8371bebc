package org.openmyna.trust.authority.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;

/**
 * The key generations of both CAs, as the database has them. Kept in memory: they change in
 * ceremonies alone. Reads never wait for each other.
 */
public final class Generations {
    private static final String ALL =
            """
            SELECT generation, ca, number, algorithm, serials, key_name, certificate, issues_from
              FROM generation
             ORDER BY generation
            """;

    private final DataSource database;
    private volatile List<Generation> known = List.of();

    /**
     * @throws GenerationsNotReadable if the database does not answer (MYNA-KEY-007)
     */
    public Generations(DataSource database) {
        this.database = database;
        refresh();
    }

    /** Reads them again: after a ceremony here, or a GENERATION event in the log. */
    public void refresh() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ALL);
                ResultSet rows = statement.executeQuery()) {
            List<Generation> fresh = new ArrayList<>();
            while (rows.next()) fresh.add(row(rows));
            known = List.copyOf(fresh);
        } catch (SQLException failed) {
            throw new GenerationsNotReadable(failed);
        }
    }

    private static Generation row(ResultSet row) throws SQLException {
        short id = row.getShort("generation");
        return new Generation(
                id,
                Generation.caOf(id),
                row.getShort("number"),
                KeyAlgorithm.valueOf(row.getString("algorithm")),
                SerialMode.valueOf(row.getString("serials")),
                row.getString("key_name"),
                CaCertificate.parse(row.getBytes("certificate")),
                row.getObject("issues_from", OffsetDateTime.class).toInstant());
    }

    public List<Generation> all() {
        return known;
    }

    /** Of one CA, the oldest first. */
    public List<Generation> of(CaKind ca) {
        return all().stream().filter(each -> each.ca() == ca).toList();
    }

    public Optional<Generation> byId(short id) {
        return known.stream().filter(each -> each.id() == id).findFirst();
    }

    /** The one that issues at this moment: the newest that has begun. */
    public Optional<Generation> issuing(CaKind ca, Instant at) {
        return of(ca).stream()
                .filter(each -> !each.issuesFrom().isAfter(at))
                .max(
                        Comparator.comparing(Generation::issuesFrom)
                                .thenComparing(Generation::number));
    }
}
