package org.openmyna.server.sandbox.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.kernel.MynaException;
import org.openmyna.kernel.PersonName;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.RecordedNotice;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.sandbox.NumbersInMemory;
import org.openmyna.server.sandbox.RegisterInMemory;
import org.openmyna.server.sandbox.SandboxCalls;

class PopulationLoaderTest {
    private static final int PEOPLE = 2_300;

    private final RegisterInMemory register = new RegisterInMemory();
    private final NumbersInMemory numbers = new NumbersInMemory();
    private final List<PopulationLoader.Progress> progress = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-27T03:00:00Z");
    private Database database;
    private DataSource schema;

    PopulationLoaderTest() {
        database = TemporaryDatabase.fresh();
        schema = database.open("sandbox", 2);
    }

    @BeforeEach
    void nothingYet() {
        assertThat(register.people()).isEmpty();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private long load(long seed, long people) {
        InstantSource legalTime = () -> now;
        return new PopulationLoader(
                        schema, register, numbers, legalTime, new SandboxCalls(Instant::now))
                .load(seed, people, progress::add);
    }

    @Test
    void as_many_people_as_wished_are_in_the_register_and_somebody_is_told_how_far_it_is() {
        load(1, PEOPLE);
        assertThat(register.people()).hasSize(PEOPLE);
        assertThat(progress)
                .hasSize(5)
                .last()
                .isEqualTo(new PopulationLoader.Progress(PEOPLE, PEOPLE));
        assertThat(numbers.adopted()).hasSize(6);
    }

    @Test
    void a_second_start_loads_nobody_whatever_is_wished_then() {
        load(1, PEOPLE);
        int notices = register.allNotices().size();
        assertThat(load(2, 9_000)).isEqualTo(PEOPLE);
        assertThat(register.people()).hasSize(PEOPLE);
        assertThat(register.allNotices()).hasSize(notices);
    }

    @Test
    void a_kill_before_or_after_a_portion_loses_nobody_and_doubles_nobody() {
        for (Kill kill : List.of(Kill.before(1), Kill.after(1), Kill.before(2), Kill.after(1))) {
            dieAt(kill);
            assertThatThrownBy(() -> load(1, PEOPLE)).isInstanceOf(Killed.class);
            // the day of the first start holds, or ages would not fit
            now = now.plusSeconds(86_400);
        }
        register.onLoad(() -> {}, () -> {});
        load(1, PEOPLE);
        List<PersonName> wanted =
                Population.of(1, PEOPLE, java.time.LocalDate.of(2026, 11, 27))
                        .flatMap(home -> home.people().stream())
                        .map(each -> each.person().name())
                        .toList();
        assertThat(register.people()).extracting(ResidentRecord::name).isEqualTo(wanted);
    }

    /** Before a portion is taken, or after it, when nobody has heard of it. */
    private record Kill(boolean before, int portion) {
        static Kill before(int portion) {
            return new Kill(true, portion);
        }

        static Kill after(int portion) {
            return new Kill(false, portion);
        }
    }

    private void dieAt(Kill kill) {
        var portions = new AtomicInteger();
        Runnable die =
                () -> {
                    if (portions.incrementAndGet() == kill.portion()) throw new Killed();
                };
        register.onLoad(kill.before() ? die : () -> {}, kill.before() ? () -> {} : die);
    }

    private static final class Killed extends RuntimeException {}

    @Test
    void a_register_that_somebody_else_filled_is_left_alone() {
        register.load(
                new SandboxCalls(Instant::now).once(),
                Population.of(5, 62, java.time.LocalDate.of(2026, 11, 27)).skip(3).toList());
        int others = register.people().size();
        assertThatThrownBy(() -> load(1, PEOPLE))
                .isInstanceOfSatisfying(
                        MynaException.class,
                        refused ->
                                assertThat(refused.errorCode().code()).isEqualTo("MYNA-SBX-001"));
        assertThat(register.people()).hasSize(others);
    }

    @Test
    void something_has_happened_to_a_few_people_once_each() {
        load(1, PEOPLE);
        assertThat(events())
                .containsExactlyInAnyOrder(
                        "MoveOut",
                        "MoveOut",
                        "MoveOut",
                        "MoveOut",
                        "MoveIn",
                        "MoveOut",
                        "Cancellation",
                        "Emigration",
                        "Emigration",
                        "Birth",
                        "MoveWithin",
                        "NameChange",
                        "FormerSurnameChange",
                        "Death");
        assertThat(register.allNotices())
                .extracting(RecordedNotice::notice)
                .filteredOn(each -> each.event() instanceof LifeEvent.Emigration)
                .allMatch(each -> each.notifiedOn().isBefore(each.effectiveOn()));
    }

    private List<String> events() {
        return register.allNotices().stream().map(each -> each.notice().event().kind()).toList();
    }

    @Test
    void a_small_country_has_the_people_it_has() {
        load(1, 4);
        assertThat(register.people()).hasSize(4);
        assertThat(register.allNotices()).isEmpty();
    }
}
