package org.openmyna.server.residents;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openmyna.kernel.MynaException;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.calls.Call;
import org.openmyna.server.residents.api.CardHolder;
import org.openmyna.server.residents.api.Deadline;
import org.openmyna.server.residents.api.Found;
import org.openmyna.server.residents.api.History;
import org.openmyna.server.residents.api.Household;
import org.openmyna.server.residents.api.LoadedHousehold;
import org.openmyna.server.residents.api.MovingOutData;
import org.openmyna.server.residents.api.NetworkIdentity;
import org.openmyna.server.residents.api.Officer;
import org.openmyna.server.residents.api.Outcome;
import org.openmyna.server.residents.api.Protection;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.ResidentService;

/** The register as other organisations may use it. */
final class ResidentDesk implements ResidentService {
    private final Sessions sessions;
    private final Register register;
    private final Loader loader;
    private final Cards cards;
    private final Deadlines deadlines = new Deadlines();
    private final Reading reading;
    private final Finding finding;
    private final Pick pick;
    private final Network network;
    private final Protections protections;
    private final AccessLog log;

    ResidentDesk(Sessions sessions, Register register, Loader loader, AccessLog log) {
        this.sessions = sessions;
        this.register = register;
        this.loader = loader;
        this.log = log;
        this.reading = new Reading(register.json());
        this.finding = new Finding(register.json(), reading);
        this.pick = new Pick(register.json());
        this.cards = new Cards(reading);
        this.network = new Network(register.json(), reading, register.terms());
        this.protections = new Protections(register, reading);
    }

    private void logged(Connection connection, String act, Officer officer, List<ResidentId> people)
            throws SQLException {
        log.write(
                connection,
                new AccessLog.Access(
                        act, officer.municipality(), officer.id(), officer.purpose(), people));
    }

    /** What is refused is kept too: who asked, and about whom. */
    private <T> T asked(String act, Officer officer, List<ResidentId> people, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (RegisterNotReached nobodyKnows) {
            throw nobodyKnows;
        } catch (MynaException refused) {
            sessions.run(connection -> {
                logged(connection, act + "_REFUSED", officer, people);
                return refused;
            });
            throw refused;
        }
    }

    private <T> T asked(String act, Officer officer, long person, Sessions.Work<T> work) {
        return asked(act, officer, List.of(new ResidentId(person)), () -> sessions.run(work));
    }

    @Override
    public List<Found> find(Call call, Find order) {
        NoticeRules.check(order.officer());
        return sessions.run(connection -> {
            List<Found> found =
                    finding.find(connection, order.officer(), order.search(), register.today());
            List<ResidentId> people = found.stream().map(Found::id).toList();
            logged(connection, "FIND", order.officer(), people);
            return found;
        });
    }

    @Override
    public Optional<ResidentRecord> record(Call call, long id, Look look) {
        NoticeRules.check(look.officer());
        Instant knownAt = register.axis().settled(look.asAt().knownAt());
        return asked(
                "READ",
                look.officer(),
                id,
                connection -> {
                    Optional<ResidentRecord> record =
                            record(connection, new ResidentId(id), look, knownAt);
                    logged(connection, "READ", look.officer(), List.of(new ResidentId(id)));
                    return record;
                });
    }

    /** None of that day; where the municipality never kept a record, there is no such person. */
    private Optional<ResidentRecord> record(
            Connection connection, ResidentId person, Look look, Instant knownAt)
            throws SQLException {
        Officer officer = look.officer();
        Optional<ResidentRecord> record =
                reading.version(connection, person, look.asAt().validOn(), knownAt)
                        .map(row -> row.span().record())
                        .filter(each -> each.municipality().equals(officer.municipality()));
        boolean kept =
                record.isPresent()
                        || reading.isKeptHere(connection, person, officer.municipality());
        if (!kept) throw new RecordNotFound();
        protections.mustBeOpen(connection, officer, List.of(person));
        return record;
    }

    @Override
    public Optional<Household> household(Call call, long id, Look look) {
        NoticeRules.check(look.officer());
        Instant knownAt = register.axis().settled(look.asAt().knownAt());
        boolean now = !look.asAt().knownAt().isBefore(knownAt);
        return asked(
                "READ",
                look.officer(),
                id,
                connection -> {
                    Optional<Household> household =
                            household(connection, new ResidentId(id), look, knownAt, now);
                    List<ResidentId> people =
                            household.stream()
                                    .flatMap(each -> each.members().stream())
                                    .map(ResidentRecord::id)
                                    .toList();
                    logged(connection, "READ", look.officer(), people);
                    return household;
                });
    }

    private Optional<Household> household(
            Connection connection, ResidentId person, Look look, Instant knownAt, boolean now)
            throws SQLException {
        Optional<ResidentRecord> record = record(connection, person, look, knownAt);
        if (record.flatMap(ResidentRecord::household).isEmpty()) return Optional.empty();
        var id = record.orElseThrow().household().orElseThrow();
        LocalDate day = look.asAt().validOn();
        List<ResidentRecord> members = reading.members(connection, id, day, knownAt, now);
        protections.mustBeOpen(
                connection, look.officer(), members.stream().map(ResidentRecord::id).toList());
        return Optional.of(new Household(id, members));
    }

    @Override
    public History history(Call call, long id, Officer officer) {
        NoticeRules.check(officer);
        register.axis().settled(Instant.MAX);
        ResidentId person = new ResidentId(id);
        return asked(
                "HISTORY",
                officer,
                id,
                connection -> {
                    if (!reading.isKeptHere(connection, person, officer.municipality()))
                        throw new RecordNotFound();
                    protections.mustBeOpen(connection, officer, List.of(person));
                    History history =
                            new History(
                                    reading.notices(connection, person, officer.municipality()),
                                    reading.versions(connection, person).stream()
                                            .filter(each ->
                                                    each.record()
                                                            .municipality()
                                                            .equals(officer.municipality()))
                                            .toList());
                    logged(connection, "HISTORY", officer, List.of(person));
                    return history;
                });
    }

    @Override
    public Outcome preview(Call call, Order order) {
        Outcome outcome = register.preview(order.officer(), order.notice());
        sessions.run(connection -> {
            logged(connection, "PREVIEW", order.officer(), outcome.people());
            return outcome;
        });
        return outcome;
    }

    @Override
    public Outcome record(Call call, Order order) {
        return asked(
                "RECORD",
                order.officer(),
                Touched.by(order.notice().event()).people(),
                () -> register.record(order.officer(), order.notice(), call.key()));
    }

    @Override
    public Protection protect(Call call, long id, Protect order) {
        NoticeRules.check(order.officer());
        return asked(
                "PROTECT",
                order.officer(),
                id,
                connection -> {
                    Protection protection =
                            protections.protect(
                                    connection,
                                    new ResidentId(id),
                                    order.officer(),
                                    order.protection());
                    logged(connection, "PROTECT", order.officer(), List.of(new ResidentId(id)));
                    return protection;
                });
    }

    @Override
    public ResidentRecordCode code(Call call, long id, Officer officer) {
        NoticeRules.check(officer);
        ResidentId person = new ResidentId(id);
        return asked(
                "CODE",
                officer,
                id,
                connection -> {
                    if (!reading.isKeptHere(connection, person, officer.municipality()))
                        throw new RecordNotFound();
                    protections.mustBeOpen(connection, officer, List.of(person));
                    ResidentRecordCode code = Codes.of(connection, person);
                    logged(connection, "CODE", officer, List.of(person));
                    return code;
                });
    }

    @Override
    public CardHolder cardHolder(Call call, long id) {
        Instant now = register.axis().settled(Instant.MAX);
        return sessions.run(connection -> {
            CardHolder holder = cards.holder(connection, new ResidentId(id), now);
            log.write(
                    connection,
                    new AccessLog.Access(
                            "CARD_HOLDER",
                            holder.record().municipality(),
                            "cards",
                            "production of a card",
                            List.of(holder.record().id())));
            return holder;
        });
    }

    @Override
    public boolean isUnchanged(Call call, long id, long version) {
        Instant now = register.axis().settled(Instant.MAX);
        return sessions.run(
                connection -> cards.isUnchanged(connection, new ResidentId(id), version, now));
    }

    @Override
    public void cardShown(Call call, long id) {
        sessions.run(connection -> cards.shown(connection, new ResidentId(id)));
    }

    @Override
    public Optional<NetworkIdentity> identity(Call call, Identify order) {
        NoticeRules.check(order.officer());
        register.axis().settled(Instant.MAX);
        return sessions.run(connection -> {
            Optional<ResidentId> person = network.holder(connection, order.code());
            logged(connection, "IDENTITY", order.officer(), person.stream().toList());
            return person.isPresent()
                    ? network.identity(connection, person.get(), register.today())
                    : Optional.empty();
        });
    }

    @Override
    public MovingOutData movingOutData(Call call, Identify order) {
        NoticeRules.check(order.officer());
        Instant now = register.axis().settled(Instant.MAX);
        ResidentId holder =
                sessions.run(connection -> network.holder(connection, order.code()))
                        .orElseThrow(NoSpecialMoveOut::new);
        return asked(
                "TRANSFER",
                order.officer(),
                holder.value(),
                connection -> {
                    MovingOutData data = network.movingOutData(connection, holder, now);
                    List<ResidentId> people =
                            data.people().stream().map(ResidentRecord::id).toList();
                    logged(connection, "TRANSFER", order.officer(), people);
                    return data;
                });
    }

    @Override
    public List<Deadline> deadlines(Call call, LocalDate from, LocalDate to, int most) {
        return sessions.run(connection -> deadlines.all(connection, from, to, most));
    }

    @Override
    public List<Deadline> deadlines(Call call, DeadlineSearch search) {
        NoticeRules.check(search.officer());
        return sessions.run(connection -> {
            List<Deadline> found = deadlines.of(connection, search, register.today());
            List<ResidentId> people = found.stream().map(Deadline::person).distinct().toList();
            logged(connection, "DEADLINES", search.officer(), people);
            return found;
        });
    }

    @Override
    public List<ResidentId> load(Call call, List<LoadedHousehold> households) {
        return loader.load(households);
    }

    @Override
    public long population(Call call) {
        return sessions.run(connection ->
                new Statements()
                        .add("SELECT count(*) FROM person")
                        .query(connection, row -> row.getLong(1))
                        .getFirst());
    }

    @Override
    public List<ResidentRecord> pick(
            Call call, Situation situation, String name, long after, int most) {
        return sessions.run(connection ->
                pick.pick(connection, situation, name, after, most, register.today()));
    }
}
