package org.openmyna.server.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.numbers.api.AssignedNumber;
import org.openmyna.server.numbers.api.NumberToken;

/** Draws that meet: in a tiny domain, and at one moment. */
class ClashTest {
    @TempDir Path folder;

    /** So few numbers that nearly every draw clashes. */
    private static Derivation tiny(int domain) {
        return draw ->
                code -> {
                    int slot = Math.floorMod(code.digits().hashCode() * 31 + draw * 7, domain);
                    return MyNumber.withCheckDigit("9%010d".formatted(slot));
                };
    }

    private Keeper keeper(int domain) {
        return new Keeper(folder, NumberMode.SANDBOX, Affairs.ofTheProgram(), _ -> tiny(domain));
    }

    @Test
    void whoever_draws_a_number_that_was_given_draws_again() {
        try (Keeper keeper = keeper(101)) {
            List<NumberToken> people = new ArrayList<>(keeper.assigned(Keeper.codes(1, 60)));
            people.addAll(keeper.assigned(Keeper.codes(2, 20)));
            Set<MyNumber> numbers = new HashSet<>();
            for (NumberToken each : people) numbers.add(keeper.numberOf(each));
            for (NumberToken each : people.subList(0, 20)) numbers.add(keeper.changed(each));
            assertThat(numbers).hasSize(100);
            assertThat(keeper.as(Organisation.RESIDENTS).assign(keeper.call(), Keeper.codes(1, 60)))
                    .extracting(AssignedNumber::changes)
                    .startsWith(1, 1)
                    .endsWith(0, 0);
        }
    }

    @Test
    void when_no_number_is_left_it_is_said_and_nobody_gets_half_of_one() throws Exception {
        try (Keeper keeper = keeper(11)) {
            keeper.assigned(Keeper.codes(3, 11));
            assertThatThrownBy(() -> keeper.assigned(Keeper.codes(4, 1)))
                    .isInstanceOf(NumbersRunOut.class);
            assertThat(keeper.column("SELECT count(*) FROM person")).containsExactly("11");
        }
    }

    @Test
    void two_assignments_of_one_person_at_one_moment_give_one_number() throws Exception {
        try (Keeper keeper = new Keeper(folder);
                ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<ResidentRecordCode> codes = Keeper.codes(5, 300);
            List<Callable<List<NumberToken>>> work = new ArrayList<>();
            for (int n = 0; n < 8; n++) {
                int from = n * 20;
                List<ResidentRecordCode> mine = new ArrayList<>(codes.subList(from, from + 150));
                work.add(() -> keeper.assigned(mine));
                work.add(() -> keeper.assigned(mine.reversed()).reversed());
            }
            List<List<NumberToken>> all = new ArrayList<>();
            for (Future<List<NumberToken>> each : pool.invokeAll(work)) all.add(each.get());
            List<NumberToken> once = keeper.assigned(codes);
            for (int n = 0; n < all.size(); n++) {
                int from = n / 2 * 20;
                assertThat(all.get(n)).isEqualTo(once.subList(from, from + 150));
            }
            assertThat(keeper.column("SELECT count(*) FROM number WHERE ended_at IS NULL"))
                    .containsExactly("300");
        }
    }

    @Test
    void two_changes_at_one_moment_are_two_changes_one_after_the_other() throws Exception {
        try (Keeper keeper = new Keeper(folder);
                ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            NumberToken person = keeper.assigned(Keeper.codes(6, 1).getFirst());
            List<Callable<MyNumber>> work = new ArrayList<>();
            for (int n = 0; n < 6; n++) work.add(() -> keeper.changed(person));
            for (Future<MyNumber> each : pool.invokeAll(work)) assertThat(each.get()).isNotNull();
            assertThat(keeper.column("SELECT changes FROM number ORDER BY changes"))
                    .containsExactly("0", "1", "2", "3", "4", "5", "6");
            assertThat(keeper.column("SELECT count(*) FROM number WHERE ended_at IS NULL"))
                    .containsExactly("1");
        }
    }
}
