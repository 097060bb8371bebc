package org.openmyna.server.residents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.openmyna.kernel.Sex;
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

    @Test
    void people_arrive_from_abroad_and_get_a_code() {
        Outcome arrived =
                TOWN.record(
                        CHIYODA,
                        new LifeEvent.Arrival(
                                ownHome(CHIYODA, NEW_HOME),
                                List.of(
                                        Town.foreigner("TEST MARIA", "世帯主", TODAY.plusYears(3)),
                                        Town.foreigner("TEST JUAN", "夫", TODAY.plusYears(3))),
                                Optional.of(FAR_AWAY)),
                        TODAY.minusDays(2));
        ResidentId maria = arrived.people().getFirst();
        assertThat(now(maria).previousAddress()).contains(FAR_AWAY);
        assertThat(TOWN.code(maria)).isNotEqualTo(TOWN.code(arrived.people().get(1)));
        TOWN.record(CHIYODA, new LifeEvent.AliasChange(maria, Optional.of("試験 マリア")), TODAY);
        assertThat(now(maria).alias()).contains("試験 マリア");
    }

    @Test
    void another_becomes_householder() {
        TOWN.record(
                CHIYODA,
                new LifeEvent.HouseholdChange(
                        Optional.of(TOWN.householdOf(ichiro)),
                        List.of(as(hanako, "世帯主"), as(ichiro, "夫")),
                        List.of()),
                TODAY);
        assertThat(now(hanako).relationship().isHouseholder()).isTrue();
        assertThat(now(ichiro).relationship().text()).isEqualTo("夫");
        assertThat(TOWN.told).doesNotContain(new Town.Told(TOWN.code(hanako), false));
    }

    @Test
    void a_former_surname_is_entered_and_taken_out() {
        TOWN.record(CHIYODA, new LifeEvent.FormerSurnameChange(hanako, Optional.of("旧姓")), TODAY);
        assertThat(now(hanako).formerSurname()).contains("旧姓");
        TOWN.record(CHIYODA, new LifeEvent.FormerSurnameChange(hanako, Optional.empty()), TODAY);
        assertThat(now(hanako).formerSurname()).isEmpty();
    }

    @Test
    void a_correction_holds_until_a_later_event_sets_the_same_item() {
        TOWN.record(
                CHIYODA,
                new LifeEvent.NameChange(
                        hanako, new PersonName("後名　花子"), Optional.empty(), Optional.empty()),
                TODAY.minusDays(5));
        TOWN.record(
                CHIYODA,
                new LifeEvent.Correction(
                        hanako,
                        Optional.of(new PersonName("訂正　花子")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Sex.UNKNOWN),
                        Optional.empty(),
                        Optional.empty()),
                LocalDate.of(2024, 2, 29));
        assertThat(
                        TOWN.asAt(CHIYODA, hanako, LocalDate.of(2024, 2, 28), Instant.MAX)
                                .orElseThrow()
                                .name()
                                .text())
                .isEqualTo("試験　花子");
        assertThat(
                        TOWN.asAt(CHIYODA, hanako, LocalDate.of(2024, 2, 29), Instant.MAX)
                                .orElseThrow()
                                .name()
                                .text())
                .isEqualTo("訂正　花子");
        assertThat(now(hanako).name().text()).isEqualTo("後名　花子");
        assertThat(now(hanako).sex()).isEqualTo(Sex.UNKNOWN);
    }

    @Test
    void whoever_is_deleted_ex_officio_has_no_household_any_more() {
        TOWN.record(CHIYODA, new LifeEvent.Deletion(jiro, List.of()), TODAY);
        assertThat(now(jiro).standing()).isEqualTo(Standing.REMOVED);
        assertThat(now(jiro).household()).isEmpty();
    }

    @Test
    void a_cancelled_notice_is_as_if_it_had_never_been_given_and_stays_visible() {
        Outcome died =
                TOWN.record(
                        CHIYODA, new LifeEvent.Death(ichiro, List.of(as(hanako, "世帯主"))), TODAY);
        Outcome cancelled =
                TOWN.record(
                        CHIYODA, new LifeEvent.Cancellation(died.notice().orElseThrow()), TODAY);
        assertThat(now(ichiro).standing()).isEqualTo(Standing.RESIDENT);
        assertThat(now(hanako).relationship().text()).isEqualTo("妻");
        assertThat(TOWN.history(ichiro).notices())
                .extracting(each -> each.cancelledBy())
                .contains(cancelled.notice());
        assertThat(TOWN.history(ichiro).versions())
                .anyMatch(each -> each.record().standing() == Standing.DEAD);
    }

    @Test
    void a_notice_that_others_rest_on_cannot_be_cancelled_before_them() {
        Outcome born =
                TOWN.record(
                        CHIYODA,
                        new LifeEvent.Birth(
                                TOWN.householdOf(ichiro), somebody("試験　四郎", "2026-05-20", "子")),
                        LocalDate.of(2026, 5, 20));
        TOWN.record(
                CHIYODA,
                new LifeEvent.Correction(
                        born.people().getFirst(),
                        Optional.empty(),
                        Optional.of("シケン シロウ"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                TODAY);
        assertThatThrownBy(() ->
                        TOWN.record(
                                CHIYODA,
                                new LifeEvent.Cancellation(born.notice().orElseThrow()),
                                TODAY))
                .isInstanceOf(LaterNoticeConflicts.class);
    }

    @Test
    void a_household_is_never_left_without_a_householder() {
        assertThatThrownBy(
                        () -> TOWN.record(CHIYODA, new LifeEvent.Death(ichiro, List.of()), TODAY))
                .isInstanceOf(NotOneHouseholder.class);
        assertThat(now(ichiro).standing()).isEqualTo(Standing.RESIDENT);
    }

    @Test
    void only_departures_can_be_notified_ahead() {
        assertThatThrownBy(() ->
                        TOWN.record(
                                CHIYODA, new LifeEvent.Death(jiro, List.of()), TODAY.plusDays(1)))
                .isInstanceOf(EffectiveInFuture.class);
        assertThatThrownBy(() ->
                        TOWN.record(
                                CHIYODA,
                                new LifeEvent.Death(jiro, List.of()),
                                TODAY,
                                TODAY.plusDays(1)))
                .isInstanceOf(NotifiedInFuture.class);
    }

    @Test
    void a_late_notice_is_taken_and_called_late() {
        Outcome late =
                TOWN.record(CHIYODA, new LifeEvent.Death(jiro, List.of()), TODAY.minusDays(8));
        assertThat(late.effects())
                .extracting(Effect::kind)
                .contains(Effect.Kind.NOTICE_LATE, Effect.Kind.PAST_CHANGES);
        Outcome inTime =
                TOWN.record(
                        CHIYODA,
                        new LifeEvent.Death(ichiro, List.of(as(hanako, "世帯主"))),
                        TODAY.minusDays(7));
        assertThat(inTime.effects())
                .extracting(Effect::kind)
                .doesNotContain(Effect.Kind.NOTICE_LATE);
    }
}
