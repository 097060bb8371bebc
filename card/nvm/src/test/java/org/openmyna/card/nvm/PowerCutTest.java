package org.openmyna.card.nvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmyna.card.nvm.Nvm.Journals;
import org.openmyna.card.nvm.specimen.Book;
import org.openmyna.card.nvm.weaver.WovenClasses;

class PowerCutTest {
    private static final byte[] LINE =
            "the quick brown fox jumps over".getBytes(StandardCharsets.US_ASCII);

    /** What is done while the power goes. */
    @SuppressWarnings("ImmutableEnumChecker") // the lambdas hold nothing
    enum Command implements Consumer<Book> {
        TRANSACTION(book -> book.enter(7)),
        COPY(book -> book.write(LINE, 1)),
        NEW_OBJECT(Book::grow);

        private final Consumer<Book> work;

        Command(Consumer<Book> work) {
            this.work = work;
        }

        @Override
        public void accept(Book book) {
            work.accept(book);
        }
    }

    @ParameterizedTest
    @EnumSource(Command.class)
    void a_cut_at_any_write_leaves_the_old_or_the_new_content(Command command) {
        TestCard card = TestCard.install();
        String before = card.read();
        TearSweep sweep = TearSweep.of(card, command);

        assertThat(sweep.refused()).isZero();
        assertThat(sweep.points()).isGreaterThan(5);
        assertThat(sweep.outcomes()).containsExactly(before, sweep.live());
    }

    @Test
    void a_counter_outside_transactions_is_never_given_back() {
        TestCard card = TestCard.install();
        card.run(Book::countDown);
        assertThat(TearSweep.of(card, Book::countDown).outcomes()).hasSize(2);

        TestCard aborted = card.copy();
        aborted.run(book -> book.countDownInTransaction(false));
        assertThat(aborted.copy().read())
                .as("an abort takes back the sum, not the count")
                .contains(" 100 ")
                .contains(" 49 0 ");
        TestCard committed = card.copy();
        committed.run(book -> book.countDownInTransaction(true));
        assertThat(committed.copy().read())
                .as("the count wins over what waited for the same place")
                .contains(" 49 0 ");
    }

    @Test
    void power_that_goes_during_the_redo_is_redone_again() {
        TestCard card = TestCard.install();
        long all = writesOf(card, book -> book.enter(7));
        TestCard torn = card.copy();
        for (long cut = all; !Journal.hasWork(torn.memory); cut--) {
            torn = card.copy();
            torn.survives(book -> book.enter(7), cut);
        }
        String after = torn.copy().read();
        int cuts = 0;
        for (int cut = 0; cut < all; cut++) {
            CardMemory memory = CardMemory.inMemory(torn.memory.copy());
            memory.cutPowerAfter(cut);
            try {
                torn.on(memory);
            } catch (PowerLoss again) {
                cuts++;
            }
            memory.restorePower();
            assertThat(torn.on(memory).read()).isEqualTo(after);
        }
        assertThat(cuts).isGreaterThan(5);
    }

    private static long writesOf(TestCard card, Consumer<Book> command) {
        TestCard counted = card.copy();
        long before = counted.memory.writes();
        counted.run(command);
        return counted.memory.writes() - before;
    }

    @Test
    void an_installation_that_is_cut_short_is_never_taken_for_a_card() {
        WovenClasses classes = WovenClasses.whole();
        byte[] whole = TestCard.install(classes, Journal::new).memory.copy();
        ClassTable table = ClassTable.of(List.of(classes.ledger()));
        for (int cut = 0; cut < 40; cut++) {
            CardMemory memory = CardMemory.inMemory(whole.length);
            memory.cutPowerAfter(cut);
            try {
                Nvm nvm = Nvm.format(memory, table, new TestCard.PlainRefusals(), new byte[8]);
                Nvm before = nvm.enter();
                try {
                    nvm.setRoot(classes.ledger().getConstructor().newInstance());
                } finally {
                    Nvm.leave(before);
                }
            } catch (PowerLoss | ReflectiveOperationException lost) {
                // InvocationTargetException carries the PowerLoss out of the constructor.
            }
            memory.restorePower();
            assertThat(
                            catchThrowable(() ->
                                    Nvm.powerOn(
                                            memory,
                                            table,
                                            new TestCard.PlainRefusals(),
                                            new byte[8])))
                    .isInstanceOf(CardImageDamaged.class);
        }
    }

    // ---- the sweep itself is tested: engines that are broken on purpose must not pass it

    static final class CountFirst extends Journal {
        CountFirst(CardMemory memory, Supplier<RuntimeException> full) {
            super(memory, full);
        }

        @Override
        void commit() {
            writeCount(records());
            writeRecords();
            applyRecords();
            clearCount();
            forget();
        }
    }

    static final class ClearedFirst extends Journal {
        ClearedFirst(CardMemory memory, Supplier<RuntimeException> full) {
            super(memory, full);
        }

        @Override
        void commit() {
            writeRecords();
            writeCount(records());
            clearCount();
            applyRecords();
            forget();
        }
    }

    static final class Absent extends Journal {
        Absent(CardMemory memory, Supplier<RuntimeException> full) {
            super(memory, full);
        }

        @Override
        void commit() {
            applyRecords();
            forget();
        }
    }

    static final class NeverCleared extends Journal {
        NeverCleared(CardMemory memory, Supplier<RuntimeException> full) {
            super(memory, full);
        }

        @Override
        void commit() {
            writeRecords();
            writeCount(records());
            applyRecords();
            forget();
        }
    }

    static final class Eager extends Journal {
        Eager(CardMemory memory, Supplier<RuntimeException> full) {
            super(memory, full);
        }

        @Override
        void add(int address, int value, int bytes) {
            memory.program(address, value, bytes);
        }
    }

    @SuppressWarnings("ImmutableEnumChecker") // the references hold nothing
    enum Mutant {
        COUNT_WORD_FIRST(CountFirst::new),
        CLEARED_BEFORE_APPLIED(ClearedFirst::new),
        NO_JOURNAL(Absent::new),
        STORES_DO_NOT_WAIT(Eager::new);

        private final Journals journals;

        Mutant(Journals journals) {
            this.journals = journals;
        }
    }

    @ParameterizedTest
    @EnumSource(Mutant.class)
    void the_sweep_catches_an_engine_with_the_fault(Mutant mutant) {
        TestCard card = TestCard.install(WovenClasses.whole(), mutant.journals);
        for (Command command : new Command[] {Command.TRANSACTION, Command.COPY}) {
            TearSweep sweep = TearSweep.of(card, command);
            assertThat(sweep.outcomes().size() > 2 || sweep.refused() > 0)
                    .as(command.name())
                    .isTrue();
        }
    }

    @Test
    void an_engine_that_never_clears_its_journal_loses_later_stores() {
        TestCard card = TestCard.install(WovenClasses.whole(), NeverCleared::new);
        card.run(book -> book.write(LINE, 1));
        card.run(book -> book.write(new byte[] {5}, 1));
        assertThat(card.copy().read()).isNotEqualTo(card.read());
    }

    @Test
    void the_sweep_catches_a_missing_barrier() {
        TestCard change = TestCard.install(WovenClasses.without("Ledger.change"), Journal::new);
        TearSweep transaction = TearSweep.of(change, Command.TRANSACTION);
        assertThat(transaction.outcomes()).doesNotContain(transaction.live());

        TestCard grow = TestCard.install(WovenClasses.without("Ledger.grow"), Journal::new);
        TearSweep object = TearSweep.of(grow, Command.NEW_OBJECT);
        assertThat(object.outcomes()).doesNotContain(object.live());
    }

    /** Runs out of stack in the middle of a commit. */
    static final class Interrupted extends Journal {
        Interrupted(CardMemory memory, Supplier<RuntimeException> full) {
            super(memory, full);
        }

        @Override
        void commit() {
            writeRecords();
            writeCount(records());
            throw new StackOverflowError();
        }
    }

    @Test
    void a_commit_that_an_error_tore_past_its_count_word_is_finished_not_undone() {
        TestCard sound = TestCard.install();
        sound.run(Command.TRANSACTION);
        TestCard card = TestCard.install(WovenClasses.whole(), Interrupted::new);
        assertThatThrownBy(() -> card.run(Command.TRANSACTION))
                .isInstanceOf(StackOverflowError.class);
        card.nvm().abortTransaction();
        assertThat(card.read()).isEqualTo(sound.read()).isEqualTo(card.copy().read());
        assertThat(Journal.hasWork(card.memory)).isFalse();
    }
}
