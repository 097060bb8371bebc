package org.openmyna.card.nvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.openmyna.card.nvm.specimen.Book;
import org.openmyna.card.nvm.weaver.WovenClasses;

class NvmTest {
    private final TestCard card = TestCard.install();

    @Test
    void objects_come_back_from_the_image_as_they_were() {
        card.run(book -> book.enter(-3));
        card.run(book -> book.enter(300));
        card.run(Book::grow);
        assertThat(card.copy().read()).isEqualTo(card.read());
    }

    @Test
    void an_abort_gives_all_old_values_back_to_living_objects() {
        String before = card.read();
        card.run(book -> book.enterAndAbort(5));
        assertThat(card.read()).isEqualTo(before);
        assertThat(card.copy().read()).isEqualTo(before);
    }

    @Test
    void a_transaction_that_outgrows_the_journal_is_refused_and_can_be_aborted() {
        byte[] before = card.memory.copy();
        assertThatThrownBy(() -> card.run(Book::fillAll)).hasMessage("journal full");
        card.nvm().abortTransaction();
        assertThat(card.memory.copy()).isEqualTo(before);
        assertThat(card.read()).isEqualTo(card.copy().read());
    }

    @Test
    void transient_content_and_transient_fields_live_in_ram() {
        card.run(book -> book.scribble(9));
        card.read();
        assertThat(card.read()).endsWith("scratch 9");
        assertThat(card.copy().read()).endsWith("scratch 0");
        int[] readings = new int[1];
        card.copy().run(book -> readings[0] = book.readings());
        assertThat(readings[0]).isZero();
    }

    @Test
    void what_is_not_of_this_card_cannot_be_kept() {
        assertThatThrownBy(() -> card.run(book -> book.keep(new byte[3])))
                .isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> card.run(book -> book.keep("text")))
                .isInstanceOf(SecurityException.class);
        card.run(book -> book.keep(book));
        assertThat(card.copy().read()).isEqualTo(card.read());
    }

    @Test
    void a_full_memory_refuses_another_object_and_goes_on() {
        assertThatThrownBy(() ->
                        card.run(book -> {
                            while (true) {
                                book.grow();
                            }
                        }))
                .hasMessage("memory full");
        assertThat(card.copy().read()).isEqualTo(card.read());
    }

    @Test
    void switching_off_in_order_and_on_again_changes_nothing_but_the_mark() {
        card.run(book -> book.enter(1));
        card.nvm().powerOff();
        byte[] off = card.memory.copy();
        TestCard again = card.copy();
        again.read();
        again.nvm().powerOff();
        assertThat(again.memory.copy()).as("read only").isEqualTo(off);
        again.run(book -> book.enter(1));
        assertThat(new Header(again.memory).clean()).as("after a write").isFalse();
    }

    @Test
    void a_thread_without_a_card_is_told_so() {
        assertThatThrownBy(Nvm::current).hasMessageContaining("No card");
    }

    @Test
    void classes_that_were_only_compiled_are_named() {
        assertThatThrownBy(() -> ClassTable.of(java.util.List.of(Journal.class)))
                .isInstanceOf(NotWoven.class);
        assertThat(ClassTable.of(java.util.List.of(WovenClasses.whole().ledger())).layoutHash())
                .isEqualTo(card.table.layoutHash());
    }
}
