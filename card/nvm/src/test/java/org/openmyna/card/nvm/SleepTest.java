package org.openmyna.card.nvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.openmyna.card.nvm.specimen.Book;
import org.openmyna.card.nvm.weaver.WovenClasses;

/** Objects sleep in the image until they are reached. */
class SleepTest {
    private static final String AS_IT_SHOULD_BE = "truetruetrue" + "truetruetrue";

    private final TestCard card = TestCard.install();

    @Test
    void after_power_on_everything_sleeps_and_reading_wakes_what_is_read() {
        TestCard again = card.copy();
        assertThat(again.nvm().heap().awake()).isZero();
        again.run(Book::readings);
        assertThat(again.nvm().heap().awake()).as("the root alone").isEqualTo(1);
        again.run(book -> book.scribble(3));
        assertThat(again.nvm().heap().awake()).as("and one array").isEqualTo(2);
        again.read();
        assertThat(again.nvm().heap().awake()).as("all").isEqualTo(card.nvm().heap().awake());
    }

    @Test
    void a_card_that_is_only_read_keeps_its_bytes() {
        TestCard again = card.copy();
        again.read();
        assertThat(again.memory.copy()).isEqualTo(card.memory.copy());
    }

    @Test
    void an_abort_restores_what_is_awake_and_what_sleeps_is_as_before() {
        TestCard again = card.copy();
        again.run(book -> book.enterAndAbort(5));
        assertThat(again.read()).isEqualTo(card.read());
        TestCard written = card.copy();
        written.run(book -> book.countDownInTransaction(false));
        written.run(book -> book.enter(5));
        assertThat(written.read()).isEqualTo(written.copy().read());
    }

    @Test
    void an_emptied_reference_is_empty_for_the_transaction_that_emptied_it() {
        String[] seen = new String[1];
        card.copy().run(book -> seen[0] = book.emptyAndAbort());
        assertThat(seen[0]).isEqualTo(AS_IT_SHOULD_BE);
        TestCard awake = card.copy();
        awake.read();
        awake.run(book -> seen[0] = book.emptyAndAbort());
        assertThat(seen[0]).isEqualTo(AS_IT_SHOULD_BE);
    }

    /** Does not see what waits. */
    static final class Blind extends Journal {
        Blind(CardMemory memory, Supplier<RuntimeException> full) {
            super(memory, full);
        }

        @Override
        int word(int address) {
            return memory.word(address);
        }
    }

    @Test
    void an_engine_that_wakes_by_the_image_alone_is_caught() {
        String[] seen = new String[1];
        TestCard.install(WovenClasses.whole(), Blind::new)
                .copy()
                .run(book -> seen[0] = book.emptyAndAbort());
        assertThat(seen[0]).isNotEqualTo(AS_IT_SHOULD_BE);
    }

    @Test
    void sleeping_objects_that_move_in_a_transaction_are_old_or_new_at_every_cut() {
        String before = card.read();
        TearSweep sweep = TearSweep.of(card, Book::move);
        assertThat(sweep.refused()).isZero();
        assertThat(sweep.outcomes()).containsExactly(before, sweep.live());
    }

    /** Reads the card with so many calls already on the stack. */
    private static String readBelow(int calls, TestCard card) {
        return calls == 0 ? card.read() : readBelow(calls - 1, card);
    }

    private static boolean readsBelow(int calls, TestCard card) {
        try {
            return !readBelow(calls, card).isEmpty();
        } catch (StackOverflowError tooDeep) {
            return false;
        }
    }

    @Test
    void a_stack_that_ends_while_objects_wake_leaves_each_of_them_whole_or_asleep() {
        String all = card.read();
        int torn = 0;
        int calls = 500;
        int step = 1;
        boolean before = true;
        for (int round = 0; round < 250; round++) {
            TestCard tried = card.copy();
            boolean read = readsBelow(calls, tried);
            if (!read && tried.nvm().heap().awake() > 0) {
                torn++;
            }
            assertThat(tried.read()).isEqualTo(all);
            // Stay at the edge, wherever the compiler moves it.
            step = read == before ? 2 * step : 1;
            calls = Math.max(1, read ? calls + step : calls - step);
            before = read;
        }
        assertThat(torn).isPositive();
    }

    @Test
    void an_object_is_one_object_however_it_is_reached() {
        TestCard again = card.copy();
        again.run(book -> book.enter(3));
        again.run(Book::grow);
        card.run(book -> book.enter(3));
        card.run(Book::grow);
        assertThat(again.read()).isEqualTo(card.read()).isEqualTo(again.copy().read());
        assertThat(again.nvm().heap().awake()).isEqualTo(card.nvm().heap().awake());
    }
}
