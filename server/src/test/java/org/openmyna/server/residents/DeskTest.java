package org.openmyna.server.residents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmyna.server.residents.Town.CHIYODA;
import static org.openmyna.server.residents.Town.FAR_AWAY;
import static org.openmyna.server.residents.Town.HIMEJI;
import static org.openmyna.server.residents.Town.LONG_AGO;
import static org.openmyna.server.residents.Town.NEW_HOME;
import static org.openmyna.server.residents.Town.TODAY;
import static org.openmyna.server.residents.Town.as;
import static org.openmyna.server.residents.Town.officer;
import static org.openmyna.server.residents.Town.ownHome;
import static org.openmyna.server.residents.Town.somebody;
import static org.openmyna.server.residents.Town.supervisor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.PersonName;
import org.openmyna.server.calls.Call;
import org.openmyna.server.residents.api.AsAt;
import org.openmyna.server.residents.api.CardHolder;
import org.openmyna.server.residents.api.Found;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.Notice;
import org.openmyna.server.residents.api.Officer;
import org.openmyna.server.residents.api.Outcome;
import org.openmyna.server.residents.api.Protection;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.server.residents.api.Search;

/** What an officer sees, and what not; what cards ask. */
class DeskTest {
    private static final Town TOWN = new Town();

    @AfterAll
    static void end() {
        TOWN.close();
    }

    private static List<Found> find(Officer officer, String name, String birth) {
        return TOWN.desk.find(
                TOWN.call(),
                new ResidentService.Find(
                        officer,
                        new Search(
                                name.isEmpty() ? Optional.empty() : Optional.of(name),
                                Optional.empty(),
                                birth.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(JapaneseDate.parse(birth)),
                                Optional.empty(),
                                50)));
    }

    @Test
    void variants_of_a_glyph_find_each_other() {
        ResidentId taka = TOWN.household(somebody("髙橋　試験", "1970-07-07", "世帯主")).getFirst();
        assertThat(find(officer(CHIYODA), "高橋試", "")).extracting(Found::id).containsExactly(taka);
        assertThat(find(officer(CHIYODA), "髙 橋", "1970-07-07"))
                .extracting(Found::id)
                .containsExactly(taka);
        assertThat(find(officer(CHIYODA), "橋", "")).isEmpty();
    }

    @Test
    void an_officer_sees_the_own_municipality_alone() {
        ResidentId somebody = TOWN.household(somebody("隣町　試験", "1971-07-07", "世帯主")).getFirst();
        assertThat(find(officer(HIMEJI), "隣町", "")).isEmpty();
        assertThat(find(officer(HIMEJI), "隣町　試験", "1971-07-07")).isEmpty();
        assertThatThrownBy(() -> TOWN.today(HIMEJI, somebody)).isInstanceOf(RecordNotFound.class);
        assertThat(TOWN.accesses)
                .contains(
                        new AccessLog.Access(
                                "READ_REFUSED", HIMEJI, "officer-1", "試験", List.of(somebody)));
        assertThatThrownBy(() -> TOWN.desk.history(TOWN.call(), somebody.value(), officer(HIMEJI)))
                .isInstanceOf(RecordNotFound.class);
        assertThatThrownBy(() ->
                        TOWN.record(
                                HIMEJI,
                                new LifeEvent.NameChange(
                                        somebody,
                                        new PersonName("他町　試験"),
                                        Optional.empty(),
                                        Optional.empty()),
                                TODAY))
                .isInstanceOf(RecordNotFound.class);
    }

    @Test
    void who_has_moved_out_is_found_where_the_move_ends() {
        ResidentId mover = TOWN.household(somebody("転出　試験", "1972-07-07", "世帯主")).getFirst();
        TOWN.record(
                CHIYODA, new LifeEvent.MoveOut(List.of(mover), FAR_AWAY, true, List.of()), TODAY);
        assertThat(find(officer(HIMEJI), "転出　試験", "1972-07-07"))
                .extracting(Found::id)
                .containsExactly(mover);
        assertThat(find(officer(HIMEJI), "転出", "1972-07-07")).isEmpty();
    }

    @Test
    void a_protected_address_is_shown_to_a_supervisor_of_the_office_alone() {
        ResidentId hidden = TOWN.household(somebody("支援　試験", "1973-07-07", "世帯主")).getFirst();
        TOWN.desk.protect(
                TOWN.call(),
                hidden.value(),
                new ResidentService.Protect(
                        officer(CHIYODA), new Protection(TODAY, TODAY.plusYears(1).minusDays(1))));
        Found forOfficer = find(officer(CHIYODA), "支援", "").getFirst();
        assertThat(forOfficer.address()).isEmpty();
        assertThat(forOfficer.isProtected()).isTrue();
        assertThat(find(supervisor(CHIYODA), "支援", "").getFirst().address()).isPresent();
        assertThatThrownBy(() -> TOWN.today(CHIYODA, hidden)).isInstanceOf(RecordProtected.class);
        var look = new ResidentService.Look(supervisor(CHIYODA), new AsAt(TODAY, Instant.MAX));
        assertThat(TOWN.desk.household(TOWN.call(), hidden.value(), look)).isPresent();
    }

    @Test
    void a_card_is_out_of_date_when_its_holder_may_stay_for_another_time() {
        var guest = Town.foreigner("TEST GUEST", "世帯主", TODAY.plusYears(1));
        ResidentId person = TOWN.household(guest).getFirst();
        CardHolder before = TOWN.desk.cardHolder(TOWN.call(), person.value());
        var longer = Town.foreigner("TEST GUEST", "世帯主", TODAY.plusYears(3)).foreign();
        TOWN.record(CHIYODA, new LifeEvent.StayChange(person, longer.orElseThrow()), TODAY);
        assertThat(TOWN.desk.isUnchanged(TOWN.call(), person.value(), before.version())).isFalse();
    }

    @Test
    void every_look_is_in_the_access_log() {
        ResidentId seen = TOWN.household(somebody("記録　試験", "1974-07-07", "世帯主")).getFirst();
        TOWN.today(CHIYODA, seen);
        assertThat(TOWN.accesses)
                .contains(new AccessLog.Access("READ", CHIYODA, "officer-1", "試験", List.of(seen)));
    }

    @Test
    void a_card_is_unchanged_until_what_it_shows_or_its_code_changes() {
        List<ResidentId> family = TOWN.family();
        ResidentId hanako = family.get(1);
        CardHolder before = TOWN.desk.cardHolder(TOWN.call(), hanako.value());
        assertThat(TOWN.desk.isUnchanged(TOWN.call(), hanako.value(), before.version())).isTrue();
        TOWN.record(
                CHIYODA,
                new LifeEvent.HouseholdChange(
                        Optional.empty(), List.of(as(hanako, "世帯主")), List.of()),
                TODAY);
        assertThat(TOWN.desk.isUnchanged(TOWN.call(), hanako.value(), before.version())).isTrue();
        TOWN.record(CHIYODA, new LifeEvent.RecordCodeChange(hanako), TODAY);
        assertThat(TOWN.desk.isUnchanged(TOWN.call(), hanako.value(), before.version())).isFalse();
        CardHolder after = TOWN.desk.cardHolder(TOWN.call(), hanako.value());
        assertThat(after.code()).isNotEqualTo(before.code());
        assertThat(TOWN.desk.isUnchanged(TOWN.call(), hanako.value(), after.version())).isTrue();
        Town.until(() -> TOWN.told.contains(new Town.Told(before.code(), true)));
        Town.until(() ->
                TOWN.numbers.changes.contains(
                        new org.openmyna.server.numbers.api.NumberService.CodeChange(
                                before.code(), after.code())));
        TOWN.record(
                CHIYODA,
                new LifeEvent.NameChange(
                        hanako, new PersonName("新姓　花子"), Optional.empty(), Optional.empty()),
                TODAY);
        assertThat(TOWN.desk.isUnchanged(TOWN.call(), hanako.value(), after.version())).isFalse();
    }

    @Test
    void a_call_that_is_repeated_records_nothing_again() {
        ResidentId somebody = TOWN.household(somebody("反復　試験", "1975-07-07", "世帯主")).getFirst();
        var order =
                new ResidentService.Order(
                        officer(CHIYODA),
                        new Notice(new LifeEvent.Death(somebody, List.of()), TODAY, TODAY));
        Call call = new Call("repeated", Instant.now().plusSeconds(30));
        Outcome first = TOWN.desk.record(call, order);
        assertThat(TOWN.desk.record(call, order)).isEqualTo(first);
        assertThatThrownBy(() -> TOWN.desk.record(TOWN.call(), order))
                .isInstanceOf(RecordClosed.class);
    }

    @Test
    void a_preview_says_what_follows_and_records_nothing() {
        ResidentId somebody = TOWN.household(somebody("予告　試験", "1976-07-07", "世帯主")).getFirst();
        var order =
                new ResidentService.Order(
                        officer(CHIYODA),
                        new Notice(
                                new LifeEvent.MoveWithin(
                                        ownHome(CHIYODA, NEW_HOME),
                                        List.of(as(somebody, "世帯主")),
                                        List.of()),
                                TODAY,
                                TODAY));
        Outcome preview = TOWN.desk.preview(TOWN.call(), order);
        assertThat(preview.notice()).isEmpty();
        Outcome recorded = TOWN.desk.record(TOWN.call(), order);
        assertThat(recorded.effects()).isEqualTo(preview.effects()).isNotEmpty();
    }

    @Test
    void the_past_is_seen_as_it_was_known_and_as_it_is_known_now() {
        ResidentId somebody = TOWN.household(somebody("過去　試験", "1977-07-07", "世帯主")).getFirst();
        Instant before = TOWN.clock.instant().plusNanos(900_000);
        TOWN.clock.moveTo(TOWN.clock.instant().plusSeconds(60));
        TOWN.record(
                CHIYODA,
                new LifeEvent.MoveWithin(
                        ownHome(CHIYODA, NEW_HOME), List.of(as(somebody, "世帯主")), List.of()),
                TODAY.minusDays(20));
        LocalDate then = TODAY.minusDays(10);
        assertThat(TOWN.asAt(CHIYODA, somebody, then, before).map(ResidentRecord::address))
                .contains(Town.OLD_HOME);
        assertThat(TOWN.asAt(CHIYODA, somebody, then, Instant.MAX).map(ResidentRecord::address))
                .contains(NEW_HOME);
        assertThat(TOWN.asAt(CHIYODA, somebody, TODAY.minusDays(21), Instant.MAX))
                .map(ResidentRecord::address)
                .contains(Town.OLD_HOME);
        assertThat(TOWN.asAt(CHIYODA, somebody, LONG_AGO.minusDays(1), Instant.MAX)).isEmpty();
    }
}
