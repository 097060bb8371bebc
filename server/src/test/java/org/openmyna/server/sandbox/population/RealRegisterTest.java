package org.openmyna.server.sandbox.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.kernel.PersonName;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.residents.ResidentRegister;
import org.openmyna.server.residents.api.Deadline;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.server.residents.api.ResidentService.Situation;
import org.openmyna.server.residents.api.Standing;
import org.openmyna.server.sandbox.NumbersInMemory;
import org.openmyna.server.sandbox.SandboxCalls;

/** The population in the register as it is. */
class RealRegisterTest {
    private static final int PEOPLE = 1_500;
    private static final Instant START = Instant.parse("2026-11-27T03:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    private static final SandboxCalls CALLS = new SandboxCalls(Instant::now);
    private static Database database;
    private static ResidentRegister register;
    private static ResidentService desk;

    @BeforeAll
    static void load() {
        database = TemporaryDatabase.fresh();
        LegalClock clock = LegalClock.plain(() -> START);
        var numbers = new NumbersInMemory();
        register =
                new ResidentRegister(
                        database.open("residents", 4),
                        clock,
                        Instant::now,
                        (call, news) -> {},
                        numbers,
                        (within, to, access) -> {});
        desk = register.desk();
        new PopulationLoader(database.open("sandbox", 2), desk, numbers, clock, CALLS)
                .load(1, PEOPLE, step -> {});
    }

    @AfterAll
    static void close() {
        register.close();
        database.close();
    }

    private static ResidentRecord person(Stories story) {
        return named(story.personName());
    }

    private static ResidentRecord named(PersonName name) {
        return desk.pick(CALLS.once(), Situation.ANYBODY, name.text(), 0, 200).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everybody_is_in_and_one_newborn_more() {
        assertThat(desk.population(CALLS.once())).isEqualTo(PEOPLE + 1L);
        assertThat(named(PersonName.of("架空", "誕")).relationship().text()).isEqualTo("子");
    }

    @Test
    void stories_left_people_where_they_should_be() {
        assertThat(person(Stories.MOVED_OUT_YESTERDAY).standing()).isEqualTo(Standing.MOVED_OUT);
        assertThat(person(Stories.MOVES_SOON).plannedMove()).isPresent();
        assertThat(person(Stories.ABROAD_WITH_CARD).continuedUse()).isTrue();
        assertThat(person(Stories.ABROAD_WITHOUT_CARD).standing()).isEqualTo(Standing.ABROAD);
        assertThat(person(Stories.DIED).standing()).isEqualTo(Standing.DEAD);
        assertThat(person(Stories.MOVED_IN_CARD_NOT_SHOWN).municipality().fiveDigits())
                .isEqualTo("28201");
        assertThat(person(Stories.CANCELLED).plannedMove()).isEmpty();
        assertThat(person(Stories.FORMER_SURNAME).formerSurname()).hasValue("例示");
        assertThat(named(PersonName.of("例示", "結")).furigana()).hasValue("レイジ　ユイ");
    }

    @Test
    void deadlines_lie_ahead_of_those_who_moved() {
        List<Deadline> coming = desk.deadlines(CALLS.once(), TODAY, TODAY.plusDays(100), 1_000);
        assertThat(coming)
                .anyMatch(each ->
                        each.kind() == Deadline.Kind.MOVE_IN
                                && each.person()
                                        .equals(person(Stories.MOVED_OUT_TERM_NEARLY_OVER).id()))
                .anyMatch(each -> each.kind() == Deadline.Kind.SHOW_CARD)
                .anyMatch(each -> each.kind() == Deadline.Kind.STAY)
                .anyMatch(each -> each.kind() == Deadline.Kind.PROTECTION);
    }

    @Test
    void every_situation_of_the_picker_has_somebody() {
        for (Situation situation : Situation.values()) {
            assertThat(desk.pick(CALLS.once(), situation, "", 0, 20))
                    .as(situation.name())
                    .isNotEmpty();
        }
    }
}
