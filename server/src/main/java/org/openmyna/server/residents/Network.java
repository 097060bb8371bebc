package org.openmyna.server.residents;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.kernel.Sex;
import org.openmyna.server.residents.Terms.Key;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.MovingOutData;
import org.openmyna.server.residents.api.NetworkIdentity;
import org.openmyna.server.residents.api.PlannedMove;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.Standing;

/** What the resident network (住基ネット) tells by a resident record code. */
final class Network {
    private static final String HOLDER =
            """
            SELECT person.id FROM record_code JOIN person ON person.id = record_code.person
             WHERE record_code.code = ? AND person.record_code = record_code.code
            """;

    private static final String IDENTITY =
            """
            SELECT code, standing, municipality, name, former_surname, alias, birth, sex, address
              FROM network_identity WHERE person = ? AND valid_from <= ? AND valid_to > ?
            """;

    private static final String CHANGES =
            """
            SELECT kind, effective_on FROM network_change WHERE person = ? AND effective_on <= ?
             ORDER BY effective_on DESC, id DESC
            """;

    private static final String MOVE_OUTS =
            "SELECT "
                    + NoticeRow.COLUMNS
                    + """
                      FROM notice_person p JOIN notice n ON n.id = p.notice
                     WHERE p.person = ? AND NOT p.cancelled AND n.kind = 'MoveOut' AND n.effective_on = ?
                    """;

    private static final Set<String> CLOSES = Set.of("Death", "Deletion");

    private final RegisterJson json;
    private final Reading reading;
    private final Terms terms;

    Network(RegisterJson json, Reading reading, Terms terms) {
        this.json = json;
        this.reading = reading;
        this.terms = terms;
    }

    /** Whose code it is now; a code that was changed is nobody's. */
    Optional<ResidentId> holder(Connection connection, ResidentRecordCode code)
            throws SQLException {
        return new Statements()
                        .add(HOLDER, code.digits())
                        .query(connection, row -> new ResidentId(row.getLong(1)))
                        .stream()
                        .findFirst();
    }

    Optional<NetworkIdentity> identity(Connection connection, ResidentId person, LocalDate today)
            throws SQLException {
        List<NetworkIdentity.Change> changes =
                new Statements()
                        .add(CHANGES, person.value(), today)
                        .query(
                                connection,
                                row ->
                                        new NetworkIdentity.Change(
                                                row.getString("kind"),
                                                Statements.day(row, "effective_on")));
        List<NetworkIdentity.Change> kept =
                changes.stream()
                        .filter(each -> isKept(Key.NETWORK_CHANGE, each.on(), today))
                        .toList();
        return new Statements()
                        .add(IDENTITY, person.value(), today, today)
                        .query(connection, row -> identity(row, kept))
                        .stream()
                        .filter(each -> isKept(each.standing(), changes, today))
                        .findFirst();
    }

    /** As long as the record is open, and for its time after that. */
    private boolean isKept(
            Standing standing, List<NetworkIdentity.Change> changes, LocalDate today) {
        if (standing != Standing.DEAD && standing != Standing.REMOVED) return true;
        return changes.stream()
                .filter(each -> CLOSES.contains(each.event()))
                .findFirst()
                .map(closed -> isKept(Key.NETWORK_IDENTITY, closed.on(), today))
                .orElse(true);
    }

    private boolean isKept(Key key, LocalDate from, LocalDate today) {
        return !today.isAfter(terms.on(key, from).lastDay(from));
    }

    private static NetworkIdentity identity(ResultSet row, List<NetworkIdentity.Change> changes)
            throws SQLException {
        return new NetworkIdentity(
                new ResidentRecordCode(row.getString("code")),
                new PersonName(row.getString("name")),
                Optional.ofNullable(row.getString("former_surname")),
                Optional.ofNullable(row.getString("alias")),
                JapaneseDate.ofCertificateForm(row.getString("birth")),
                Sex.ofCode(row.getString("sex")),
                new Address(row.getString("address")),
                new MunicipalityCode(row.getString("municipality")),
                Standing.values()[row.getInt("standing")],
                changes);
    }

    /**
     * @throws NoSpecialMoveOut if the holder has not moved out with the card, or has moved in
     *     (MYNA-RES-035)
     * @throws SpecialMoveInTooLate after the term of the law (MYNA-RES-036)
     */
    MovingOutData movingOutData(Connection connection, ResidentId holder, Instant now)
            throws SQLException {
        LocalDate today = Days.of(now);
        ResidentRecord record =
                reading.version(connection, holder, today, now)
                        .map(row -> row.span().record())
                        .orElseThrow(NoSpecialMoveOut::new);
        PlannedMove plan =
                record.plannedMove()
                        .filter(PlannedMove::special)
                        .orElseThrow(NoSpecialMoveOut::new);
        LocalDate lastDay = terms.on(Key.SPECIAL_MOVE_IN, plan.on()).lastDay(plan.on());
        if (today.isAfter(lastDay)) throw new SpecialMoveInTooLate(lastDay);
        List<ResidentRecord> people = new ArrayList<>();
        for (ResidentId person : withHim(connection, holder, plan))
            reading.version(connection, person, today, now)
                    .map(row -> row.span().record())
                    .filter(each -> each.plannedMove().equals(Optional.of(plan)))
                    .ifPresent(people::add);
        return new MovingOutData(
                record.municipality(), plan.destination(), plan.on(), lastDay, people);
    }

    private List<ResidentId> withHim(Connection connection, ResidentId holder, PlannedMove plan)
            throws SQLException {
        return new Statements()
                        .add(MOVE_OUTS, holder.value(), plan.on())
                        .query(connection, row -> NoticeRow.from(row, json).notice().event())
                        .stream()
                        .map(LifeEvent.MoveOut.class::cast)
                        .flatMap(move -> move.people().stream())
                        .distinct()
                        .toList();
    }
}
