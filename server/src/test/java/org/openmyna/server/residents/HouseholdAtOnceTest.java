package org.openmyna.server.residents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.server.residents.Town.CHIYODA;
import static org.openmyna.server.residents.Town.FAR_AWAY;
import static org.openmyna.server.residents.Town.TODAY;
import static org.openmyna.server.residents.Town.as;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.residents.api.History;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;

/** Several counters, one household. */
class HouseholdAtOnceTest {
    private static final int ROUNDS = 15;

    @Test
    void moves_of_one_household_take_turns_and_leave_it_whole() throws Exception {
        try (Town town = new Town();
                ExecutorService counters = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < ROUNDS; round++) moveAtOnce(town, counters);
        }
    }

    /** Each leaves, and names another one householder: at most two can be right. */
    private static void moveAtOnce(Town town, ExecutorService counters) throws Exception {
        List<ResidentId> family = town.family();
        List<Callable<Boolean>> moves = new ArrayList<>();
        for (int n = 0; n < family.size(); n++) {
            ResidentId leaves = family.get(n);
            ResidentId stays = family.get((n + 1) % family.size());
            moves.add(() ->
                    taken(
                            town,
                            new LifeEvent.MoveOut(
                                    List.of(leaves),
                                    FAR_AWAY,
                                    false,
                                    n(family, leaves) == 0
                                            ? List.of(as(stays, "世帯主"))
                                            : List.of())));
        }
        moves.add(() ->
                taken(town, new LifeEvent.Death(family.get(0), List.of(as(family.get(2), "世帯主")))));
        long accepted = 0;
        for (Future<Boolean> each : counters.invokeAll(moves)) if (each.get()) accepted++;
        assertThat(accepted).isPositive();
        householdersOf(town, family);
        for (ResidentId each : family) oneRecordEachDay(town.history(each));
    }

    private static int n(List<ResidentId> family, ResidentId person) {
        return family.indexOf(person);
    }

    private static boolean taken(Town town, LifeEvent event) {
        try {
            town.record(CHIYODA, event, TODAY);
            return true;
        } catch (MynaException refused) {
            assertThat(refused.errorCode().code()).startsWith("MYNA-RES-0");
            assertThat(refused).isNotInstanceOf(RegisterNotReached.class);
            return false;
        }
    }

    private static void householdersOf(Town town, List<ResidentId> family) {
        List<ResidentRecord> left =
                family.stream()
                        .map(each -> town.today(CHIYODA, each))
                        .filter(each -> each.household().isPresent())
                        .toList();
        long heads = left.stream().filter(each -> each.relationship().isHouseholder()).count();
        assertThat(heads).isEqualTo(left.isEmpty() ? 0 : 1);
    }

    private static void oneRecordEachDay(History history) {
        List<History.Version> known =
                history.versions().stream().filter(each -> each.knownTo().isEmpty()).toList();
        for (int n = 1; n < known.size(); n++)
            assertThat(known.get(n - 1).validTo()).contains(known.get(n).validFrom());
        List<Instant> recorded = history.notices().stream().map(each -> each.recordedAt()).toList();
        assertThat(recorded).isSorted();
    }
}
