package org.openmyna.server.residents;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.openmyna.server.residents.api.Officer;
import org.openmyna.server.residents.api.Protection;
import org.openmyna.server.residents.api.ResidentId;

/** Measures of protection for victims (支援措置). */
final class Protections {
    private final Register register;
    private final Reading reading;

    Protections(Register register, Reading reading) {
        this.register = register;
        this.reading = reading;
    }

    /**
     * @throws RecordProtected if one of them is protected, unless the office has the measure and
     *     the officer may open it
     */
    void mustBeOpen(Connection connection, Officer officer, List<ResidentId> people)
            throws SQLException {
        boolean closed =
                reading.measures(connection, people, register.today()).stream()
                        .anyMatch(each ->
                                !officer.supervisor()
                                        || !each.municipality().equals(officer.municipality()));
        if (closed) throw new RecordProtected();
    }

    Protection protect(
            Connection connection, ResidentId person, Officer officer, Protection measure)
            throws SQLException {
        LocalDate today = register.today();
        if (measure.until().isBefore(measure.from())) throw new ProtectionBackwards();
        new Statements()
                .add("SELECT id FROM person WHERE id = ? FOR UPDATE", person.value())
                .query(connection, row -> row.getLong(1));
        KnownAxis.Moment moment = register.axis().begin(connection);
        try {
            boolean here =
                    reading.version(connection, person, today, moment.at())
                            .filter(row ->
                                    row.span()
                                            .record()
                                            .municipality()
                                            .equals(officer.municipality()))
                            .isPresent();
            if (!here) throw new RecordNotFound();
            boolean held = !reading.measures(connection, List.of(person), today).isEmpty();
            if (held && !officer.supervisor()) throw new RecordProtected();
            write(connection, person, officer, measure, moment);
            return measure;
        } finally {
            register.axis().end(moment);
        }
    }

    private void write(
            Connection connection,
            ResidentId person,
            Officer officer,
            Protection measure,
            KnownAxis.Moment moment)
            throws SQLException {
        Statements statements =
                new Statements()
                        .add(
                                "UPDATE protection SET known_to = ? WHERE person = ? AND known_to = 'infinity'",
                                moment.at(),
                                person.value())
                        .add(
                                """
                                INSERT INTO protection (person, municipality, from_day, until_day, known_from, officer)
                                VALUES (?, ?, ?, ?, ?, ?)
                                """,
                                person.value(),
                                officer.municipality().digits(),
                                measure.from(),
                                measure.until(),
                                moment.at(),
                                officer.id())
                        .add(
                                "DELETE FROM deadline WHERE person = ? AND kind = 'PROTECTION'",
                                person.value());
        if (!measure.until().isBefore(register.today()))
            statements.add(
                    "INSERT INTO deadline (person, kind, last_day, law, notice) VALUES (?, 'PROTECTION', ?, ?, 0)",
                    person.value(),
                    measure.until(),
                    register.terms().law(Terms.Key.PROTECTION, measure.until()));
        statements.execute(connection);
    }
}
