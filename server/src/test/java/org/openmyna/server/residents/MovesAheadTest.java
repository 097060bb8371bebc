package org.openmyna.server.residents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.server.residents.Town.CHIYODA;
import static org.openmyna.server.residents.Town.FAR_AWAY;
import static org.openmyna.server.residents.Town.HIMEJI;
import static org.openmyna.server.residents.Town.OLD_HOME;
import static org.openmyna.server.residents.Town.TODAY;
import static org.openmyna.server.residents.Town.as;
import static org.openmyna.server.residents.Town.ownHome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.residents.api.Deadline;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.NoticeId;
import org.openmyna.server.residents.api.Outcome;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;

/** What happens because a legal day has come or is over. */
class MovesAheadTest {
    private final Town town = new Town();

    private ResidentId ichiro;
    private ResidentId hanako;
    private ResidentRecordCode code;

    @BeforeEach
    void family() {
        List<ResidentId> family = town.family();
        ichiro = family.get(0);
        hanako = family.get(1);
        code = town.code(ichiro);
    }

    @AfterEach
    void end() {
        town.close();
    }

    private Outcome movesOut(LocalDate day) {
        return town.record(
                CHIYODA,
                new LifeEvent.MoveOut(List.of(ichiro), FAR_AWAY, true, List.of(as(hanako, "世帯主"))),
                day);
    }

    private Outcome movesIn(LocalDate day) {
        return town.record(
                HIMEJI,
                new LifeEvent.MoveIn(ownHome(HIMEJI, FAR_AWAY), List.of(as(ichiro, "世帯主"))),
                day);
    }

    private List<Deadline> deadlines() {
        return town.desk.deadlines(town.call(), TODAY, TODAY.plusYears(5), 100);
    }

    private boolean told(boolean both) {
        return town.told.contains(new Town.Told(code, both));
    }

    @Test
    void a_move_ahead_ends_the_signature_certificate_on_its_day_and_not_before() {
        movesOut(TODAY.plusDays(10));
        town.clock.moveTo(TODAY.plusDays(9));
        Town.until(() ->
                town.count("SELECT count(*) FROM progress WHERE told_through = '2026-06-10'") == 1);
        Town.until(town::allDone);
        assertThat(town.told).isEmpty();
        town.clock.moveTo(TODAY.plusDays(10));
        Town.until(() -> told(false));
        assertThat(told(true)).isFalse();
    }

    @Test
    void whoever_does_not_move_in_within_thirty_days_loses_the_card() {
        movesOut(TODAY);
        assertThat(deadlines())
                .containsExactly(
                        new Deadline(
                                ichiro, Deadline.Kind.MOVE_IN, TODAY.plusDays(30), "番号法施行令14条"));
        town.clock.moveTo(TODAY.plusDays(31));
        Town.until(() -> told(true));
        assertThat(deadlines()).isEmpty();
    }

    @Test
    void whoever_moves_in_in_time_has_ninety_days_to_show_the_card() {
        movesOut(TODAY);
        town.clock.moveTo(TODAY.plusDays(10));
        movesIn(TODAY.plusDays(2));
        assertThat(deadlines())
                .extracting(Deadline::kind, Deadline::lastDay)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Deadline.Kind.SHOW_CARD, TODAY.plusDays(100)));
        town.desk.cardShown(town.call(), ichiro.value());
        town.clock.moveTo(TODAY.plusDays(200));
        Town.until(() ->
                town.count("SELECT count(*) FROM progress WHERE told_through = '2026-12-18'") == 1);
        Town.until(town::allDone);
        assertThat(told(true)).isFalse();
    }

    @Test
    void a_cancelled_move_out_gives_the_ninety_days_back() {
        movesOut(TODAY);
        movesIn(TODAY);
        assertThat(deadlines()).extracting(Deadline::lastDay).containsExactly(TODAY.plusDays(90));
        var leaves = new LifeEvent.MoveOut(List.of(ichiro), OLD_HOME, true, List.of());
        NoticeId first = town.record(HIMEJI, leaves, TODAY.plusDays(20)).notice().orElseThrow();
        assertThat(shows()).containsExactly(TODAY.plusDays(19));
        town.record(HIMEJI, new LifeEvent.Cancellation(first), TODAY);
        assertThat(shows()).containsExactly(TODAY.plusDays(90));
        town.record(HIMEJI, leaves, TODAY.plusDays(30));
        assertThat(shows()).containsExactly(TODAY.plusDays(29));
    }

    private List<LocalDate> shows() {
        return deadlines().stream()
                .filter(each -> each.kind() == Deadline.Kind.SHOW_CARD)
                .map(Deadline::lastDay)
                .toList();
    }

    /** A card made afterwards shows what happened; one made before does not. */
    @Test
    void what_comes_with_a_day_or_is_over_with_it_shows_from_that_moment_on() {
        movesOut(TODAY.plusDays(10));
        Instant before = town.asOf(ichiro);
        town.clock.moveTo(TODAY.plusDays(10));
        Town.until(() -> told(false));
        Instant since = town.since.get(new Town.Told(code, false));
        assertThat(since).isAfter(before).isBeforeOrEqualTo(town.asOf(ichiro));
        town.clock.moveTo(TODAY.plusDays(41));
        Town.until(() -> told(true));
        assertThat(town.since.get(new Town.Told(code, true)))
                .isAfter(since)
                .isEqualTo(Days.begin(TODAY.plusDays(41)));
    }

    @Test
    void fourteen_days_after_the_move_it_is_too_late_although_thirty_are_not_over() {
        movesOut(TODAY);
        town.clock.moveTo(TODAY.plusDays(16));
        movesIn(TODAY.plusDays(1));
        Town.until(() -> told(true));
    }

    @Test
    void a_cancelled_move_ahead_ends_nothing() {
        NoticeId notice = movesOut(TODAY.plusDays(10)).notice().orElseThrow();
        town.record(CHIYODA, new LifeEvent.Cancellation(notice), TODAY);
        assertThat(town.today(CHIYODA, ichiro).plannedMove()).isEmpty();
        assertThat(deadlines()).isEmpty();
        town.clock.moveTo(TODAY.plusDays(50));
        Town.until(() ->
                town.count("SELECT count(*) FROM progress WHERE told_through = '2026-07-21'") == 1);
        Town.until(town::allDone);
        assertThat(town.told).isEmpty();
    }

    @Test
    void an_emigrant_with_continued_use_keeps_the_login_certificate() {
        town.record(
                CHIYODA,
                new LifeEvent.Emigration(List.of(ichiro), "試験国", true, List.of(as(hanako, "世帯主"))),
                TODAY.plusDays(3));
        town.clock.moveTo(TODAY.plusDays(3));
        Town.until(() -> told(false));
        Town.until(town::allDone);
        assertThat(told(true)).isFalse();
        ResidentRecord abroad = town.today(HIMEJI, ichiro);
        assertThat(abroad.continuedUse()).isTrue();
        assertThat(abroad.address().text()).isEqualTo("国外転出　２０２６年０６月０４日");
        assertThat(abroad.previousAddress()).contains(OLD_HOME);
    }

    @Test
    void when_a_stay_ends_so_do_both_certificates() {
        LocalDate until = LocalDate.of(2028, 2, 29);
        ResidentId guest = town.household(Town.foreigner("TEST GUEST", "世帯主", until)).getFirst();
        ResidentRecordCode of = town.code(guest);
        assertThat(deadlines()).extracting(Deadline::lastDay).containsExactly(until);
        town.clock.moveTo(until);
        Town.until(() ->
                town.count("SELECT count(*) FROM progress WHERE told_through = '2028-02-29'") == 1);
        assertThat(town.told).isEmpty();
        town.clock.moveTo(until.plusDays(1));
        Town.until(() -> town.told.contains(new Town.Told(of, true)));
    }

    @Test
    void a_prolonged_stay_moves_the_deadline() {
        LocalDate until = LocalDate.of(2026, 6, 30);
        ResidentId guest = town.household(Town.foreigner("TEST GUEST", "世帯主", until)).getFirst();
        var longer =
                Town.foreigner("TEST GUEST", "世帯主", until.plusYears(1)).foreign().orElseThrow();
        town.record(CHIYODA, new LifeEvent.StayChange(guest, longer), TODAY);
        assertThat(deadlines()).extracting(Deadline::lastDay).containsExactly(until.plusYears(1));
        assertThat(town.today(CHIYODA, guest).foreign()).isEqualTo(Optional.of(longer));
    }
}
