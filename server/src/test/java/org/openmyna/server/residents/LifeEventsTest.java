package org.openmyna.server.residents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.server.residents.Town.CHIYODA;
import static org.openmyna.server.residents.Town.FAR_AWAY;
import static org.openmyna.server.residents.Town.HIMEJI;
import static org.openmyna.server.residents.Town.NEW_HOME;
import static org.openmyna.server.residents.Town.OLD_HOME;
import static org.openmyna.server.residents.Town.TODAY;
import static org.openmyna.server.residents.Town.as;
import static org.openmyna.server.residents.Town.ownHome;
import static org.openmyna.server.residents.Town.somebody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.PersonName;
import org.openmyna.server.residents.api.Effect;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.Outcome;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.Standing;

/** Every event of a life, once. */
class LifeEventsTest {
    private static final Town TOWN = new Town();

    private ResidentId ichiro;
    private ResidentId hanako;
    private ResidentId jiro;

    @AfterAll
    static void end() {
        TOWN.close();
    }

    @BeforeEach
    void family() {
        List<ResidentId> family = TOWN.family();
        ichiro = family.get(0);
        hanako = family.get(1);
        jiro = family.get(2);
    }

    private static ResidentRecord now(ResidentId person) {
        return TOWN.today(CHIYODA, person);
    }

    @Test
    void a_child_is_born_into_the_household_of_its_parents() {
        Outcome born =
                TOWN.record(
                        CHIYODA,
                        new LifeEvent.Birth(
                                TOWN.householdOf(ichiro), somebody("試験　三郎", "2026-05-20", "子")),
                        LocalDate.of(2026, 5, 20));
        ResidentRecord child = now(born.people().getFirst());
        assertThat(child.address()).isEqualTo(OLD_HOME);
        assertThat(child.household()).isEqualTo(now(ichiro).household());
        assertThat(child.residentSince()).isEqualTo("2026-05-20");
        assertThat(born.effects())
                .extracting(Effect::kind)
                .containsExactly(Effect.Kind.NUMBER_ASSIGNED);
        Town.until(() -> TOWN.numbers.tokens.containsKey(TOWN.code(born.people().getFirst())));
    }

    @Test
    void moving_house_ends_the_signature_certificate() {
        Outcome moved =
                TOWN.record(
                        CHIYODA,
                        new LifeEvent.MoveWithin(
                                ownHome(CHIYODA, NEW_HOME),
                                List.of(as(hanako, "世帯主"), as(jiro, "子")),
                                List.of()),
                        TODAY);
        assertThat(now(hanako).address()).isEqualTo(NEW_HOME);
        assertThat(now(hanako).previousAddress()).contains(OLD_HOME);
        assertThat(now(hanako).addressSince()).contains(TODAY);
        assertThat(now(jiro).household()).isEqualTo(now(hanako).household());
        assertThat(now(ichiro).household()).isNotEqualTo(now(hanako).household());
        assertThat(moved.effects())
                .extracting(Effect::kind)
                .contains(Effect.Kind.SIGNATURE_CERTIFICATE_ENDS, Effect.Kind.CARD_TO_BE_UPDATED);
        Town.until(() -> TOWN.told.contains(new Town.Told(TOWN.code(hanako), false)));
    }

    @Test
    void who_moves_out_is_shown_as_planning_to_until_the_day_has_come() {
        LocalDate day = TODAY.plusDays(9);
        TOWN.record(
                CHIYODA,
                new LifeEvent.MoveOut(List.of(ichiro), FAR_AWAY, true, List.of(as(hanako, "世帯主"))),
                day);
        assertThat(now(ichiro).standing()).isEqualTo(Standing.RESIDENT);
        assertThat(now(ichiro).plannedMove().orElseThrow().on()).isEqualTo(day);
        ResidentRecord gone = TOWN.asAt(CHIYODA, ichiro, day, Instant.MAX).orElseThrow();
        assertThat(gone.standing()).isEqualTo(Standing.MOVED_OUT);
        assertThat(gone.household()).isEmpty();
        assertThat(TOWN.asAt(CHIYODA, hanako, day, Instant.MAX).orElseThrow().relationship())
                .isEqualTo(as(hanako, "世帯主").relationship());
    }

    @Test
    void a_move_from_one_municipality_to_another_takes_two_notices() {
        TOWN.record(
                CHIYODA,
                new LifeEvent.MoveOut(List.of(ichiro), FAR_AWAY, true, List.of(as(hanako, "世帯主"))),
                TODAY.minusDays(3));
        Outcome in =
                TOWN.record(
                        HIMEJI,
                        new LifeEvent.MoveIn(ownHome(HIMEJI, FAR_AWAY), List.of(as(ichiro, "世帯主"))),
                        TODAY);
        ResidentRecord there = TOWN.today(HIMEJI, ichiro);
        assertThat(there.standing()).isEqualTo(Standing.RESIDENT);
        assertThat(there.previousAddress()).contains(OLD_HOME);
        assertThat(there.plannedMove()).isEmpty();
        assertThat(in.effects()).extracting(Effect::kind).contains(Effect.Kind.CARD_TO_BE_SHOWN);
    }

    @Test
    void a_name_changes_from_its_day_on() {
        TOWN.record(
                CHIYODA,
                new LifeEvent.NameChange(
                        hanako, new PersonName("見本　花子"), Optional.of("ミホン ハナコ"), Optional.empty()),
                TODAY.minusDays(1));
        assertThat(now(hanako).name().text()).isEqualTo("見本　花子");
        assertThat(
                        TOWN.asAt(CHIYODA, hanako, TODAY.minusDays(2), Instant.MAX)
                                .orElseThrow()
                                .name()
                                .text())
                .isEqualTo("試験　花子");
    }

    @Test
    void death_ends_both_certificates() {
        var code = TOWN.code(ichiro);
        TOWN.record(CHIYODA, new LifeEvent.Death(ichiro, List.of(as(hanako, "世帯主"))), TODAY);
        assertThat(now(ichiro).standing()).isEqualTo(Standing.DEAD);
        Town.until(() -> TOWN.told.contains(new Town.Told(code, true)));
    }
}
