package org.openmyna.server.residents;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.residents.api.Found;
import org.openmyna.server.residents.api.Officer;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.Search;

/**
 * Finds people of a municipality. Whoever has left another one is found too, by the whole name and
 * the birth date, as the resident network (住基ネット) shows them to the office where they move in.
 */
final class Finding {
    private static final int MOST = 200;

    private static final String NOW =
            "SELECT "
                    + VersionRow.COLUMNS
                    + " FROM version WHERE known_to = 'infinity' AND valid_from <= ? AND valid_to > ?";

    private final RegisterJson json;
    private final Reading reading;

    Finding(RegisterJson json, Reading reading) {
        this.json = json;
        this.reading = reading;
    }

    List<Found> find(Connection connection, Officer officer, Search search, LocalDate today)
            throws SQLException {
        check(search);
        List<ResidentRecord> records = records(connection, officer, search, today);
        List<ResidentId> ids = records.stream().map(ResidentRecord::id).toList();
        List<Reading.Measure> measures = reading.measures(connection, ids, today);
        return records.stream()
                .limit(search.most())
                .map(record -> found(record, officer, measures))
                // Whoever asks for an address must not learn from the answer whose it is.
                .filter(each -> search.address().isEmpty() || each.address().isPresent())
                .toList();
    }

    private static void check(Search search) {
        boolean anything =
                search.name().filter(each -> !each.isBlank()).isPresent()
                        || search.furigana().filter(each -> !each.isBlank()).isPresent()
                        || search.address().filter(each -> !each.isBlank()).isPresent()
                        || search.birthDate().isPresent();
        if (!anything || search.most() < 1 || search.most() > MOST) throw new SearchTooWide();
    }

    /** Those here, then those away, in one round trip. */
    private List<ResidentRecord> records(
            Connection connection, Officer officer, Search search, LocalDate today)
            throws SQLException {
        Statements queries = here(officer, search, today);
        boolean away = search.name().isPresent() && search.birthDate().isPresent();
        if (away) away(queries, officer, search, today);
        try (PreparedStatement statement = queries.prepared(connection)) {
            statement.execute();
            List<ResidentRecord> records = Statements.rows(statement, this::record);
            if (away) {
                statement.getMoreResults();
                records.addAll(Statements.rows(statement, this::record));
            }
            return records;
        }
    }

    private ResidentRecord record(ResultSet row) throws SQLException {
        return VersionRow.from(row, json).span().record();
    }

    private static Statements here(Officer officer, Search search, LocalDate today) {
        StringBuilder sql = new StringBuilder(NOW).append(" AND municipality = ?");
        List<@Nullable Object> values = new ArrayList<>();
        values.add(today);
        values.add(today);
        values.add(officer.municipality().digits());
        search.name()
                .filter(each -> !each.isBlank())
                .ifPresent(name -> {
                    sql.append(" AND name_key LIKE ?");
                    values.add(SearchKey.prefix(SearchKey.name(name)));
                });
        search.furigana()
                .filter(each -> !each.isBlank())
                .ifPresent(furigana -> {
                    sql.append(" AND furigana_key LIKE ?");
                    values.add(SearchKey.prefix(SearchKey.furigana(furigana)));
                });
        search.birthDate()
                .ifPresent(birth -> {
                    sql.append(" AND birth = ?");
                    values.add(birth.certificateForm());
                });
        search.address()
                .filter(each -> !each.isBlank())
                .ifPresent(address -> {
                    sql.append(" AND strpos(address, ?) > 0");
                    values.add(address.strip());
                });
        sql.append(" ORDER BY furigana_key, name_key, birth, person LIMIT ?");
        values.add(search.most());
        return new Statements().add(sql.toString(), values.toArray());
    }

    private static void away(Statements queries, Officer officer, Search search, LocalDate today) {
        queries.add(
                NOW
                        + " AND standing <> 0 AND standing IN (1, 2) AND name_key = ? AND birth = ?"
                        + " AND municipality <> ? ORDER BY person LIMIT ?",
                today,
                today,
                SearchKey.name(search.name().orElseThrow()),
                search.birthDate().orElseThrow().certificateForm(),
                officer.municipality().digits(),
                search.most());
    }

    private static Found found(
            ResidentRecord record, Officer officer, List<Reading.Measure> measures) {
        List<Reading.Measure> own =
                measures.stream().filter(each -> each.person().equals(record.id())).toList();
        boolean ours =
                own.stream().anyMatch(each -> each.municipality().equals(officer.municipality()));
        boolean hidden = !own.isEmpty() && !(ours && officer.supervisor());
        return new Found(
                record.id(),
                record.name(),
                record.furigana(),
                record.birthDate(),
                hidden ? Optional.empty() : Optional.of(record.address()),
                record.standing(),
                ours);
    }
}
