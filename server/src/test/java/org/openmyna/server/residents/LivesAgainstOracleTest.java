package org.openmyna.server.residents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.server.residents.Town.CHIYODA;
import static org.openmyna.server.residents.Town.somebody;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.residents.api.History;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.LoadedHousehold;
import org.openmyna.server.residents.api.Newcomer;
import org.openmyna.server.residents.api.Notice;
import org.openmyna.server.residents.api.NoticeId;
import org.openmyna.server.residents.api.Outcome;
import org.openmyna.server.residents.api.ResidentId;

/**
 * Random lives, recorded in any order, late, corrected and cancelled, in a register and in an
 * oracle that lets every day pass for everybody: both accept the same notices, and say the same of
 * everybody on every day, as known now and as known after each notice.
 */
class LivesAgainstOracleTest {
    private static final int NOTICES = 60;
    private static final int DAYS = 70;

    @ParameterizedTest
    @CsvSource({
        "2024-02-01, 1", "2024-02-01, 2", "2019-04-10, 3", "2019-04-10, 4", "2026-01-15, 5",
        "1988-12-25, 6", "2023-12-20, 7", "2026-05-01, 8", "2100-02-10, 9", "2025-02-10, 10"
    })
    void lives_recorded_in_any_order_give_the_right_present_and_the_right_past(
            LocalDate firstDay, long seed) throws SQLException {
        try (Database server = TemporaryDatabase.fresh()) {
            new Run(server.open("residents", 4), firstDay, seed).all();
        }
    }

    /** One seeded run. */
    private static final class Run {
        private final SplittableRandom chance;
        private final RandomLives lives;
        private final LocalDate first;
        private final TestClock clock;
        private final DataSource database;
        private final Register register;
        private final NaiveTown town;
        private final List<NaiveTown.Fact> facts = new ArrayList<>();
        private final TreeMap<Instant, Map<LocalDate, Map<Long, NaiveTown.Someone>>> known =
                new TreeMap<>();
        private int accepted;

        Run(DataSource database, LocalDate first, long seed) {
            this.database = database;
            this.first = first;
            chance = new SplittableRandom(seed);
            lives = new RandomLives(chance);
            clock = new TestClock(first);
            register =
                    new Register(
                            database,
                            clock,
                            chance,
                            (connection, to, access) -> {},
                            (news, more) -> {});
            town = new NaiveTown(first.minusDays(2), first.plusDays(DAYS + 40));
        }

        void all() throws SQLException {
            load(first.minusDays(400), 1);
            load(first.minusDays(400), 4);
            for (int n = 0; n < NOTICES; n++) {
                if (chance.nextInt(12) == 0)
                    load(Days.of(clock.instant()).minusDays(chance.nextInt(10)), 7 + n);
                clock.moveTo(
                        clock.instant()
                                .plus(
                                        Duration.ofMinutes(
                                                chance.nextInt(60 * 24 * DAYS / NOTICES))));
                notice(n);
            }
            assertThat(accepted).isGreaterThan(NOTICES / 4);
            compare();
        }

        private void load(LocalDate from, int n) {
            Newcomer head = somebody("試験" + n, "1980-01-01", "世帯主");
            Newcomer kin = somebody("試験縁" + n, "2012-02-29", "子");
            LoadedHousehold household =
                    new LoadedHousehold(
                            CHIYODA, Town.OLD_HOME, List.of(loaded(head, from), loaded(kin, from)));
            Loader loader =
                    new Loader(
                            new Sessions(database),
                            register,
                            codes -> codes.stream().map(any -> "").toList());
            List<ResidentId> ids = loader.load(List.of(household));
            long house = house(ids.getFirst());
            town.load(loaded(ids.get(0), head, from, house));
            town.load(loaded(ids.get(1), kin, from, house));
            known.put(register.axis().settled(Instant.MAX), town.days(facts).orElseThrow());
        }

        private static LoadedHousehold.Person loaded(Newcomer person, LocalDate from) {
            return new LoadedHousehold.Person(person, from, Optional.empty(), Optional.empty());
        }

        private static NaiveTown.Loaded loaded(
                ResidentId id, Newcomer person, LocalDate from, long house) {
            return new NaiveTown.Loaded(
                    id.value(),
                    from,
                    NaiveTown.newcomer(
                            person, CHIYODA.digits(), Town.OLD_HOME.text(), house, from, null));
        }

        private long house(ResidentId id) {
            return number("SELECT household FROM version WHERE person = " + id.value());
        }

        private long number(String sql) {
            try (Connection connection = database.getConnection()) {
                return new Statements()
                        .add(sql)
                        .query(connection, row -> row.getLong(1))
                        .getFirst();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private void notice(int n) {
            LocalDate today = Days.of(clock.instant());
            MunicipalityCode here = lives.municipality();
            if (!facts.isEmpty() && chance.nextInt(8) == 0) {
                cancel(n, today);
                return;
            }
            long back = today.toEpochDay() - first.toEpochDay();
            LocalDate day =
                    chance.nextInt(3) > 0
                            ? today
                            : today.minusDays(chance.nextLong(Math.min(back, 30) + 1));
            Map<Long, NaiveTown.Someone> people =
                    town.days(facts).orElseThrow().getOrDefault(day, Map.of());
            LifeEvent event = lives.event(people, here, day);
            if ((event instanceof LifeEvent.MoveOut || event instanceof LifeEvent.Emigration)
                    && chance.nextInt(3) > 0) day = day.plusDays(chance.nextInt(20));
            if (event instanceof LifeEvent.Emigration move
                    && move.continuedUse()
                    && !today.isBefore(day)) return;
            record(n, here, event, day, today);
        }

        private void record(
                int n, MunicipalityCode here, LifeEvent event, LocalDate day, LocalDate today) {
            Optional<Outcome> outcome = recorded(n, here, new Notice(event, day, today));
            long number =
                    outcome.flatMap(Outcome::notice).map(NoticeId::value).orElse(Long.MAX_VALUE);
            List<NaiveTown.Fact> with = new ArrayList<>(facts);
            with.add(
                    new NaiveTown.Fact(
                            number,
                            event,
                            day,
                            today,
                            here.digits(),
                            outcome.isPresent() ? newcomers(number) : List.of(-1L, -2L),
                            outcome.isPresent() ? household(number) : -3));
            agreed(outcome, with, event + " of " + day);
        }

        private void cancel(int n, LocalDate today) {
            NaiveTown.Fact fact = facts.get(chance.nextInt(facts.size()));
            MunicipalityCode here = new MunicipalityCode(fact.municipality());
            LifeEvent event = new LifeEvent.Cancellation(new NoticeId(fact.number()));
            Optional<Outcome> outcome = recorded(n, here, new Notice(event, today, today));
            List<NaiveTown.Fact> without = new ArrayList<>(facts);
            without.remove(fact);
            agreed(outcome, without, "cancellation of " + fact.event());
        }

        /** Both take it, or neither. */
        private void agreed(Optional<Outcome> outcome, List<NaiveTown.Fact> changed, String what) {
            var days = town.days(changed);
            assertThat(outcome.isPresent())
                    .as("%s on %s, %s", what, clock.instant(), refused)
                    .isEqualTo(days.isPresent());
            if (days.isEmpty()) return;
            facts.clear();
            facts.addAll(changed);
            accepted++;
            known.put(register.axis().settled(Instant.MAX), days.get());
        }

        private String refused = "";

        private Optional<Outcome> recorded(int n, MunicipalityCode here, Notice notice) {
            try {
                refused = "accepted";
                return Optional.of(register.record(Town.officer(here), notice, "call-" + n));
            } catch (MynaException no) {
                refused = String.valueOf(no.getMessage());
                assertThat(no).isNotInstanceOf(RegisterNotReached.class);
                assertThat(no).isNotInstanceOf(RegisterBusy.class);
                return Optional.empty();
            }
        }

        private List<Long> newcomers(long number) {
            try (Connection connection = database.getConnection()) {
                return new Statements()
                        .add("SELECT newcomers FROM notice WHERE id = ?", number)
                        .query(connection, row -> Statements.longs(row, "newcomers"))
                        .getFirst();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private long household(long number) {
            return number("SELECT coalesce(household, 0) FROM notice WHERE id = " + number);
        }

        /** Everybody, on every day, as known after each notice. */
        private void compare() throws SQLException {
            TreeSet<Long> everybody = new TreeSet<>();
            known.values()
                    .forEach(days -> days.values().forEach(day -> everybody.addAll(day.keySet())));
            Reading reading = new Reading(register.json());
            Map<Long, List<History.Version>> histories = new HashMap<>();
            try (Connection connection = database.getConnection()) {
                for (long id : everybody)
                    histories.put(id, reading.versions(connection, new ResidentId(id)));
            }
            known.forEach((at, days) ->
                    days.forEach((day, people) ->
                            everybody.forEach(id ->
                                    assertThat(text(histories.get(id), day, at))
                                            .as("%s on %s known at %s", id, day, at)
                                            .isEqualTo(text(people.get(id))))));
        }

        private static String text(NaiveTown.@org.jspecify.annotations.Nullable Someone someone) {
            return someone == null ? "nobody" : someone.text();
        }

        private static String text(
                @org.jspecify.annotations.Nullable List<History.Version> versions,
                LocalDate day,
                Instant at) {
            if (versions == null) return "nobody";
            List<String> there =
                    versions.stream()
                            .filter(each -> !each.knownFrom().isAfter(at))
                            .filter(each -> each.knownTo().map(at::isBefore).orElse(true))
                            .filter(each -> !day.isBefore(each.validFrom()))
                            .filter(each -> each.validTo().map(day::isBefore).orElse(true))
                            .map(each -> NaiveTown.text(each.record()))
                            .toList();
            return there.isEmpty() ? "nobody" : String.join(" AND ", there);
        }
    }
}
