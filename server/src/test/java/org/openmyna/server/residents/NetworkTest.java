package org.openmyna.server.residents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmyna.server.residents.Town.CHIYODA;
import static org.openmyna.server.residents.Town.FAR_AWAY;
import static org.openmyna.server.residents.Town.HIMEJI;
import static org.openmyna.server.residents.Town.OLD_HOME;
import static org.openmyna.server.residents.Town.TODAY;
import static org.openmyna.server.residents.Town.as;
import static org.openmyna.server.residents.Town.ownHome;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.MovingOutData;
import org.openmyna.server.residents.api.NetworkIdentity;
import org.openmyna.server.residents.api.NetworkIdentity.Change;
import org.openmyna.server.residents.api.NoticeId;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.server.residents.api.Standing;

/** What the resident network tells, and moves with the card. */
class NetworkTest {
    private final Town town = new Town();

    private ResidentId ichiro;
    private ResidentId hanako;
    private ResidentId jiro;
    private ResidentRecordCode code;

    @BeforeEach
    void family() {
        List<ResidentId> family = town.family();
        ichiro = family.get(0);
        hanako = family.get(1);
        jiro = family.get(2);
        code = town.code(ichiro);
    }

    @AfterEach
    void end() {
        town.close();
    }

    private Optional<NetworkIdentity> identity(ResidentRecordCode of) {
        return town.desk.identity(
                town.call(), new ResidentService.Identify(Town.officer(HIMEJI), of));
    }

    private MovingOutData movingOutData(ResidentRecordCode of) {
        return town.desk.movingOutData(
                town.call(), new ResidentService.Identify(Town.officer(HIMEJI), of));
    }

    private NoticeId movesOut(boolean special, int days) {
        var move =
                new LifeEvent.MoveOut(
                        List.of(ichiro, jiro), FAR_AWAY, special, List.of(as(hanako, "世帯主")));
        return town.record(CHIYODA, move, TODAY.plusDays(days)).notice().orElseThrow();
    }

    @Test
    void what_a_notice_changes_is_on_the_network_at_once() {
        assertThat(identity(code).orElseThrow().changes()).isEmpty();
        var changed =
                new LifeEvent.NameChange(
                        ichiro, new PersonName("見本　一郎"), Optional.empty(), Optional.empty());
        town.record(CHIYODA, changed, TODAY.minusDays(1));
        NetworkIdentity known = identity(code).orElseThrow();
        assertThat(known.fourItems().name().text()).isEqualTo("見本　一郎");
        assertThat(known.fourItems().address()).isEqualTo(OLD_HOME);
        assertThat(known.standing()).isEqualTo(Standing.RESIDENT);
        assertThat(known.changes()).containsExactly(new Change("NameChange", TODAY.minusDays(1)));
    }

    @Test
    void a_cancelled_notice_and_one_that_lies_ahead_change_nothing() {
        NoticeId notice = movesOut(true, 10);
        assertThat(identity(code).orElseThrow().changes()).isEmpty();
        town.record(CHIYODA, new LifeEvent.Cancellation(notice), TODAY);
        town.clock.moveTo(TODAY.plusDays(10));
        assertThat(identity(code).orElseThrow().changes()).isEmpty();
        assertThat(identity(code).orElseThrow().standing()).isEqualTo(Standing.RESIDENT);
    }

    @Test
    void a_changed_code_is_nobodys_and_the_new_one_says_so() {
        town.record(CHIYODA, new LifeEvent.RecordCodeChange(ichiro), TODAY);
        assertThat(identity(code)).isEmpty();
        assertThat(identity(town.code(ichiro)).orElseThrow().changes())
                .containsExactly(new Change("RecordCodeChange", TODAY));
    }

    @Test
    void changes_are_kept_for_five_years_and_the_dead_for_a_hundred_and_fifty() {
        town.record(CHIYODA, new LifeEvent.Death(ichiro, List.of(as(hanako, "世帯主"))), TODAY);
        assertThat(identity(code).orElseThrow().standing()).isEqualTo(Standing.DEAD);
        town.clock.moveTo(TODAY.plusYears(5));
        assertThat(identity(code).orElseThrow().changes()).hasSize(1);
        town.clock.moveTo(TODAY.plusYears(5).plusDays(1));
        assertThat(identity(code).orElseThrow().changes()).isEmpty();
        town.clock.moveTo(TODAY.plusYears(150));
        assertThat(identity(code)).isPresent();
        town.clock.moveTo(TODAY.plusYears(150).plusDays(1));
        assertThat(identity(code)).isEmpty();
    }

    @Test
    void an_emigrant_is_known_by_the_supplement_of_the_family_register() {
        var leaves =
                new LifeEvent.Emigration(List.of(ichiro), "試験国", false, List.of(as(hanako, "世帯主")));
        town.record(CHIYODA, leaves, TODAY);
        NetworkIdentity known = identity(code).orElseThrow();
        assertThat(known.municipality()).isEqualTo(HIMEJI);
        assertThat(known.address().text()).isEqualTo("国外転出　２０２６年０６月０１日");
        assertThat(known.changes()).containsExactly(new Change("Emigration", TODAY));
    }

    @Test
    void who_moves_out_with_the_card_needs_no_paper_where_he_moves_in() {
        movesOut(true, 0);
        MovingOutData data = movingOutData(code);
        assertThat(data.from()).isEqualTo(CHIYODA);
        assertThat(data.destination()).isEqualTo(FAR_AWAY);
        assertThat(data.lastDay()).isEqualTo(TODAY.plusDays(30));
        assertThat(data.people()).extracting(ResidentRecord::id).containsExactly(ichiro, jiro);
        assertThat(data.people()).extracting(ResidentRecord::address).containsOnly(OLD_HOME);
        assertThat(town.accesses)
                .anyMatch(each ->
                        each.act().equals("TRANSFER")
                                && each.people().equals(List.of(ichiro, jiro)));
        var in = new LifeEvent.MoveIn(ownHome(HIMEJI, FAR_AWAY), List.of(as(ichiro, "世帯主")));
        town.record(HIMEJI, in, TODAY);
        assertThat(movingOutData(town.code(jiro)).people())
                .extracting(ResidentRecord::id)
                .containsExactly(jiro);
        assertThatThrownBy(() -> movingOutData(code)).isInstanceOf(NoSpecialMoveOut.class);
    }

    @Test
    void the_data_is_there_from_the_notice_on_and_for_thirty_days_after_the_planned_day() {
        movesOut(true, 10);
        assertThat(movingOutData(code).plannedOn()).isEqualTo(TODAY.plusDays(10));
        town.clock.moveTo(TODAY.plusDays(40));
        assertThat(movingOutData(code).people()).hasSize(2);
        town.clock.moveTo(TODAY.plusDays(41));
        assertThatThrownBy(() -> movingOutData(code))
                .isInstanceOf(SpecialMoveInTooLate.class)
                .hasMessageContaining("MYNA-RES-036");
        assertThat(town.accesses).anyMatch(each -> each.act().equals("TRANSFER_REFUSED"));
    }

    @Test
    void who_moves_out_on_paper_or_not_at_all_is_refused() {
        assertThatThrownBy(() -> movingOutData(code)).isInstanceOf(NoSpecialMoveOut.class);
        movesOut(false, 0);
        assertThatThrownBy(() -> movingOutData(code))
                .isInstanceOf(NoSpecialMoveOut.class)
                .hasMessageContaining("MYNA-RES-035");
    }
}
