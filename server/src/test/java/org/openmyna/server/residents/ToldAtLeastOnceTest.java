package org.openmyna.server.residents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.server.calls.Call;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.LoadedHousehold;
import org.openmyna.server.residents.api.Notice;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentService;

/** Neither cards that do not answer nor a register that stops lose what must be told. */
class ToldAtLeastOnceTest {
    private static ResidentRegister register(DataSource database, TestClock clock, CardNews cards) {
        return new ResidentRegister(
                database,
                clock,
                Instant::now,
                cards,
                new TestNumbers(),
                (connection, to, access) -> {});
    }

    private static Call call(String key) {
        return new Call(key, Instant.now().plusSeconds(30));
    }

    private static void dies(ResidentService desk) {
        ResidentId dies =
                desk.load(
                                call("load-" + desk.population(call("count"))),
                                List.of(
                                        new LoadedHousehold(
                                                Town.CHIYODA,
                                                Town.OLD_HOME,
                                                List.of(
                                                        new LoadedHousehold.Person(
                                                                Town.somebody(
                                                                        "試験　停止",
                                                                        "1950-01-01",
                                                                        "世帯主"),
                                                                Town.LONG_AGO,
                                                                Optional.empty(),
                                                                Optional.empty())))))
                        .getFirst();
        desk.record(
                call("death-" + dies.value()),
                new ResidentService.Order(
                        Town.officer(Town.CHIYODA),
                        new Notice(new LifeEvent.Death(dies, List.of()), Town.TODAY, Town.TODAY)));
    }

    @Test
    void a_death_recorded_before_a_stop_is_told_after_it_until_cards_have_heard() {
        TestClock clock = new TestClock(Town.TODAY);
        List<String> keys = new CopyOnWriteArrayList<>();
        AtomicInteger heard = new AtomicInteger();
        try (Database server = TemporaryDatabase.fresh()) {
            DataSource database = server.open("residents", 6);
            try (ResidentRegister stopped =
                    register(database, clock, (call, news) -> heard.incrementAndGet())) {
                ResidentService desk = stopped.desk(); // its jobs never begin
                dies(desk);
            }
            assertThat(heard).hasValue(0);
            CardNews deafTwice =
                    (call, news) -> {
                        keys.add(news.getFirst().key());
                        if (keys.size() <= 2) throw new IllegalStateException("not now");
                        heard.incrementAndGet();
                    };
            try (ResidentRegister again = register(database, clock, deafTwice)) {
                again.start();
                Town.until(() -> heard.get() == 1);
            }
            assertThat(keys).hasSize(3).containsOnly(keys.getFirst());
        }
    }

    @Test
    void what_is_told_at_once_leaves_no_job_and_what_cards_do_not_hear_is_told_by_one() {
        List<String> keys = new CopyOnWriteArrayList<>();
        CardNews deafOnce =
                (call, news) -> {
                    keys.add(news.getFirst().key());
                    if (keys.size() == 1) throw new IllegalStateException("not now");
                };
        try (Database server = TemporaryDatabase.fresh()) {
            DataSource database = server.open("residents", 6);
            try (ResidentRegister register =
                    register(database, new TestClock(Town.TODAY), deafOnce).start()) {
                dies(register.desk());
                Town.until(() -> keys.size() == 2 && jobs(database) == 0);
                assertThat(keys).containsOnly(keys.getFirst());
                dies(register.desk());
                Town.until(() -> keys.size() == 3 && jobs(database) == 0);
                assertThat(keys.getLast()).isNotEqualTo(keys.getFirst());
            }
        }
    }

    private static long jobs(DataSource database) {
        return new Sessions(database)
                .run(connection ->
                        new Statements()
                                .add("SELECT count(*) FROM scheduled_tasks")
                                .query(connection, row -> row.getLong(1))
                                .getFirst());
    }
}
