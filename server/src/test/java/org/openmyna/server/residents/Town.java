package org.openmyna.server.residents;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.kernel.Sex;
import org.openmyna.server.calls.Call;
import org.openmyna.server.residents.api.AsAt;
import org.openmyna.server.residents.api.FamilyRegister;
import org.openmyna.server.residents.api.ForeignResident;
import org.openmyna.server.residents.api.History;
import org.openmyna.server.residents.api.Home;
import org.openmyna.server.residents.api.HouseholdId;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.LoadedHousehold;
import org.openmyna.server.residents.api.Member;
import org.openmyna.server.residents.api.Newcomer;
import org.openmyna.server.residents.api.Notice;
import org.openmyna.server.residents.api.Officer;
import org.openmyna.server.residents.api.Outcome;
import org.openmyna.server.residents.api.Relationship;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.ResidentService;

/** A register with a town or two, and what tests do in it. All people are TEST 試験用. */
final class Town implements AutoCloseable {
    static final MunicipalityCode CHIYODA = MunicipalityCode.withCheckDigit("13101");
    static final MunicipalityCode HIMEJI = MunicipalityCode.withCheckDigit("28201");
    static final Address OLD_HOME = new Address("東京都千代田区試験町九丁目９９９番９号");
    static final Address NEW_HOME = new Address("東京都千代田区試験町八丁目８８８番８号");
    static final Address FAR_AWAY = new Address("兵庫県姫路市試験町七丁目７７７番７号");
    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    static final LocalDate LONG_AGO = LocalDate.of(2010, 4, 1);
    static final FamilyRegister REGISTER =
            new FamilyRegister(HIMEJI, FAR_AWAY, new PersonName("試験　筆頭"));

    /** What cards heard. */
    record Told(ResidentRecordCode code, boolean both) {}

    final TestClock clock = new TestClock(TODAY);
    final TestNumbers numbers = new TestNumbers();
    final List<Told> told = new CopyOnWriteArrayList<>();
    final Map<Told, Instant> since = new ConcurrentHashMap<>();
    final List<AccessLog.Access> accesses = new CopyOnWriteArrayList<>();
    final DataSource database;
    final ResidentService desk;

    private final Database server = TemporaryDatabase.fresh();
    private final ResidentRegister register;
    private final AtomicLong calls = new AtomicLong();

    Town() {
        database = server.open("residents", 12);
        register =
                new ResidentRegister(
                        database,
                        clock,
                        Instant::now,
                        (call, news) ->
                                news.forEach(each -> {
                                    since.put(new Told(each.code(), each.both()), each.since());
                                    told.add(new Told(each.code(), each.both()));
                                }),
                        numbers,
                        (connection, to, access) -> accesses.add(access));
        register.start();
        desk = register.desk();
    }

    Call call() {
        return new Call("test-" + calls.incrementAndGet(), Instant.now().plusSeconds(60));
    }

    static Officer officer(MunicipalityCode municipality) {
        return new Officer(municipality, "officer-1", false, "試験");
    }

    static Officer supervisor(MunicipalityCode municipality) {
        return new Officer(municipality, "officer-2", true, "試験");
    }

    static Newcomer somebody(String name, String birth, String relationship) {
        return new Newcomer(
                new PersonName(name),
                Optional.of("テスト"),
                Optional.empty(),
                Optional.empty(),
                JapaneseDate.parse(birth),
                Sex.FEMALE,
                new Relationship(relationship),
                Optional.of(REGISTER),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    static Newcomer foreigner(String name, String relationship, LocalDate until) {
        return new Newcomer(
                new PersonName(name),
                Optional.of("テスト"),
                Optional.empty(),
                Optional.empty(),
                JapaneseDate.parse("1990-05-05"),
                Sex.MALE,
                new Relationship(relationship),
                Optional.empty(),
                Optional.of(new ForeignResident("試験国", "技術", Optional.of(until), "TEST00000000")),
                List.of(),
                Optional.empty());
    }

    /** Householder, spouse, child: living in Chiyoda since long ago. */
    List<ResidentId> family() {
        return household(
                somebody("試験　一郎", "1980-01-01", "世帯主"),
                somebody("試験　花子", "1981-02-28", "妻"),
                somebody("試験　次郎", "2012-02-29", "子"));
    }

    List<ResidentId> household(Newcomer... people) {
        return desk.load(
                call(),
                List.of(
                        new LoadedHousehold(
                                CHIYODA,
                                OLD_HOME,
                                Arrays.stream(people)
                                        .map(each ->
                                                new LoadedHousehold.Person(
                                                        each,
                                                        LONG_AGO,
                                                        Optional.empty(),
                                                        Optional.empty()))
                                        .toList())));
    }

    Outcome record(MunicipalityCode where, LifeEvent event, LocalDate effectiveOn) {
        LocalDate today = Days.of(clock.instant());
        return record(where, event, effectiveOn, today);
    }

    Outcome record(
            MunicipalityCode where, LifeEvent event, LocalDate effectiveOn, LocalDate notifiedOn) {
        return desk.record(
                call(),
                new ResidentService.Order(
                        officer(where), new Notice(event, effectiveOn, notifiedOn)));
    }

    ResidentRecord today(MunicipalityCode where, ResidentId person) {
        return asAt(where, person, Days.of(clock.instant()), Instant.MAX).orElseThrow();
    }

    Optional<ResidentRecord> asAt(
            MunicipalityCode where, ResidentId person, LocalDate validOn, Instant knownAt) {
        return desk.record(
                call(),
                person.value(),
                new ResidentService.Look(officer(where), new AsAt(validOn, knownAt)));
    }

    HouseholdId householdOf(ResidentId person) {
        return today(CHIYODA, person).household().orElseThrow();
    }

    History history(ResidentId person) {
        return desk.history(call(), person.value(), officer(CHIYODA));
    }

    ResidentRecordCode code(ResidentId person) {
        return desk.cardHolder(call(), person.value()).code();
    }

    Instant asOf(ResidentId person) {
        return desk.cardHolder(call(), person.value()).asOf();
    }

    static Home ownHome(MunicipalityCode municipality, Address address) {
        return new Home(municipality, address, Optional.empty());
    }

    static Member as(ResidentId person, String relationship) {
        return new Member(person, new Relationship(relationship));
    }

    /** Waits for work that goes on by itself. */
    static void until(BooleanSupplier happened) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!happened.getAsBoolean()) {
            if (Instant.now().isAfter(end)) throw new AssertionError("it did not happen");
            Thread.onSpinWait();
        }
    }

    long count(String sql) {
        try (Connection connection = database.getConnection()) {
            return new Statements().add(sql).query(connection, row -> row.getLong(1)).getFirst();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Jobs that are not done yet. */
    boolean allDone() {
        return count("SELECT count(*) FROM scheduled_tasks") == 0;
    }

    static <T> List<T> listOf(List<T> some, T more) {
        List<T> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    @Override
    public void close() {
        register.close();
        server.close();
    }
}
