package org.openmyna.server.counter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Sex;
import org.openmyna.server.ScreensServer;
import org.openmyna.server.calls.Call;
import org.openmyna.server.residents.AccessLog;
import org.openmyna.server.residents.ResidentRegister;
import org.openmyna.server.residents.api.FamilyRegister;
import org.openmyna.server.residents.api.ForeignResident;
import org.openmyna.server.residents.api.LoadedHousehold;
import org.openmyna.server.residents.api.Newcomer;
import org.openmyna.server.residents.api.Protection;
import org.openmyna.server.residents.api.Relationship;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentService;

/** A register, a counter and a few people: all of them TEST 試験用. */
final class CounterTown implements AutoCloseable {
    static final String HOST = "counter.localhost";
    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    static final MunicipalityCode HIMEJI = MunicipalityCode.withCheckDigit("28201");
    static final MunicipalityCode CHIYODA = MunicipalityCode.withCheckDigit("13101");
    static final Address HOME = new Address("兵庫県姫路市試験町九丁目９９９番９号");
    static final FamilyRegister REGISTER =
            new FamilyRegister(HIMEJI, HOME, new PersonName("試験　筆頭"));

    private static final LocalDate LONG_AGO = LocalDate.of(2010, 4, 1);

    final TestClock clock = new TestClock(TODAY);
    final TestTime time = new TestTime();
    final TestNumbers numbers = new TestNumbers();
    final List<AccessLog.Access> accesses = new CopyOnWriteArrayList<>();
    final ResidentService residents;
    final ScreensServer server;

    /** What the reader says, or whose card lies on it. */
    volatile Supplier<Optional<ResidentId>> onTheReader = Optional::empty;

    private final Database database = TemporaryDatabase.fresh();
    private final ResidentRegister register;
    private final AtomicLong calls = new AtomicLong();

    CounterTown() {
        register =
                new ResidentRegister(
                        database.open("residents", 8),
                        clock,
                        Instant::now,
                        (call, news) -> {},
                        numbers,
                        (connection, to, access) -> accesses.add(access));
        residents = register.desk();
        CounterNeeds needs =
                new CounterNeeds(
                        database.open("counter", 8),
                        residents,
                        NumberDoor.byCode(residents, numbers),
                        call -> onTheReader.get(),
                        clock,
                        time);
        server =
                ScreensServer.with(
                        CounterConfiguration.class,
                        beans -> beans.registerBean(CounterNeeds.class, () -> needs));
    }

    /** A counter that many tests look at; ends with the program. */
    static CounterTown shared() {
        return Shared.TOWN;
    }

    private static final class Shared {
        static final CounterTown TOWN = new CounterTown();
    }

    Call call() {
        return new Call("test-" + calls.incrementAndGet(), Instant.now().plusSeconds(60));
    }

    static Newcomer somebody(String name, String furigana, String birth, String relationship) {
        return new Newcomer(
                new PersonName(name),
                Optional.of(furigana),
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

    static Newcomer foreigner(String name, String relationship) {
        return new Newcomer(
                new PersonName(name),
                Optional.of("テスト"),
                Optional.empty(),
                Optional.empty(),
                JapaneseDate.parse("1990-05-05"),
                Sex.MALE,
                new Relationship(relationship),
                Optional.empty(),
                Optional.of(
                        new ForeignResident(
                                "試験国", "技術", Optional.of(TODAY.plusDays(40)), "TEST00000000")),
                List.of(),
                Optional.empty());
    }

    /** Householder, spouse and child in Himeji. */
    List<ResidentId> family(String surname) {
        return household(
                HIMEJI,
                Optional.empty(),
                somebody(surname + "　一郎", "テスト イチロウ", "1980-01-01", "世帯主"),
                somebody(surname + "　花子", "テスト ハナコ", "1981-02-28", "妻"),
                somebody(surname + "　次郎", "テスト ジロウ", "2012-02-29", "子"));
    }

    /** One of them protected, for a year. */
    ResidentId inHiding(String name) {
        return household(
                        HIMEJI,
                        Optional.of(new Protection(TODAY.minusDays(9), TODAY.plusYears(1))),
                        somebody(name, "テスト カクレ", "1990-04-01", "世帯主"))
                .getFirst();
    }

    List<ResidentId> household(
            MunicipalityCode where, Optional<Protection> measure, Newcomer... people) {
        return residents.load(
                call(),
                List.of(
                        new LoadedHousehold(
                                where,
                                HOME,
                                Arrays.stream(people)
                                        .map(each ->
                                                new LoadedHousehold.Person(
                                                        each, LONG_AGO, Optional.empty(), measure))
                                        .toList())));
    }

    /** Somebody at a counter, signed in. */
    Browser signedIn(String officer) {
        Browser browser = new Browser(server);
        browser.post("/sign-in", "officer", officer);
        return browser;
    }

    @Override
    public void close() {
        server.close();
        register.close();
        database.close();
    }
}
