package org.openmyna.server.residents;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.server.residents.api.History;
import org.openmyna.server.residents.api.HouseholdId;
import org.openmyna.server.residents.api.RecordedNotice;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.timeline.Span;

/** Queries about somebody whose id is known. */
final class Reading {
    private static final String AS_AT =
            " AND valid_from <= ? AND valid_to > ? AND known_from <= ? AND known_to > ?";

    private static final String OF_PERSON =
            "SELECT " + VersionRow.COLUMNS + " FROM version WHERE person = ?" + AS_AT;

    private static final String OF_HOUSEHOLD =
            "SELECT "
                    + VersionRow.COLUMNS
                    + " FROM version WHERE household = ?"
                    + AS_AT
                    + " ORDER BY relationship <> '世帯主', birth, person";

    /** Of the present, by the index of what is known now. */
    private static final String OF_HOUSEHOLD_NOW =
            "SELECT "
                    + VersionRow.COLUMNS
                    + " FROM version WHERE household = ? AND known_to = 'infinity'"
                    + " AND valid_from <= ? AND valid_to > ?"
                    + " ORDER BY relationship <> '世帯主', birth, person";

    private static final String ALL =
            "SELECT "
                    + VersionRow.COLUMNS
                    + ", known_from, known_to FROM version WHERE person = ? ORDER BY known_from, valid_from";

    private static final String NOTICES =
            "SELECT "
                    + NoticeRow.COLUMNS
                    + " FROM notice_person p JOIN notice n ON n.id = p.notice WHERE p.person = ? ORDER BY n.id";

    private static final String KEPT_HERE =
            "SELECT 1 FROM version WHERE person = ? AND municipality = ? LIMIT 1";

    private static final String PROTECTED =
            """
            SELECT person, municipality FROM protection
             WHERE person = ANY (?::bigint[]) AND known_to = 'infinity' AND from_day <= ? AND until_day >= ?
            """;

    private final RegisterJson json;

    Reading(RegisterJson json) {
        this.json = json;
    }

    /** A measure that holds, and the office that has it. */
    record Measure(ResidentId person, MunicipalityCode municipality) {}

    Optional<VersionRow> version(
            Connection connection, ResidentId person, LocalDate day, Instant knownAt)
            throws SQLException {
        return new Statements()
                        .add(OF_PERSON, person.value(), day, day, knownAt, knownAt)
                        .query(connection, this::row)
                        .stream()
                        .findFirst();
    }

    Optional<VersionRow> row(Connection connection, ResidentId person, long id)
            throws SQLException {
        return new Statements()
                        .add(
                                "SELECT "
                                        + VersionRow.COLUMNS
                                        + " FROM version WHERE person = ? AND id = ?",
                                person.value(),
                                id)
                        .query(connection, this::row)
                        .stream()
                        .findFirst();
    }

    List<ResidentRecord> members(
            Connection connection,
            HouseholdId household,
            LocalDate day,
            Instant knownAt,
            boolean now)
            throws SQLException {
        Statements query =
                now
                        ? new Statements().add(OF_HOUSEHOLD_NOW, household.value(), day, day)
                        : new Statements()
                                .add(OF_HOUSEHOLD, household.value(), day, day, knownAt, knownAt);
        return query.query(connection, row -> row(row).span().record());
    }

    List<History.Version> versions(Connection connection, ResidentId person) throws SQLException {
        return new Statements()
                .add(ALL, person.value())
                .query(connection, row -> known(row(row).span(), row));
    }

    private static History.Version known(Span span, ResultSet row) throws SQLException {
        return new History.Version(
                span.record(),
                span.from(),
                span.to().equals(Span.OPEN) ? Optional.empty() : Optional.of(span.to()),
                Statements.moment(row, "known_from"),
                Statements.end(row, "known_to"));
    }

    List<RecordedNotice> notices(
            Connection connection, ResidentId person, MunicipalityCode municipality)
            throws SQLException {
        return new Statements()
                        .add(NOTICES, person.value())
                        .query(connection, row -> NoticeRow.from(row, json))
                        .stream()
                        .filter(row -> row.municipality().equals(municipality))
                        .map(NoticeRow::recorded)
                        .toList();
    }

    /** Whether the municipality keeps, or once kept, the person's record. */
    boolean isKeptHere(Connection connection, ResidentId person, MunicipalityCode municipality)
            throws SQLException {
        return !new Statements()
                .add(KEPT_HERE, person.value(), municipality.digits())
                .query(connection, row -> row.getInt(1))
                .isEmpty();
    }

    List<Measure> measures(Connection connection, List<ResidentId> people, LocalDate today)
            throws SQLException {
        var ids = Statements.longs(connection, people.stream().map(ResidentId::value).toList());
        return new Statements()
                .add(PROTECTED, ids, today, today)
                .query(
                        connection,
                        row ->
                                new Measure(
                                        new ResidentId(row.getLong("person")),
                                        new MunicipalityCode(row.getString("municipality"))));
    }

    private VersionRow row(ResultSet row) throws SQLException {
        return VersionRow.from(row, json);
    }
}
