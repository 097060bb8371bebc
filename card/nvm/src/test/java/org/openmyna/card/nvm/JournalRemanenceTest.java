package org.openmyna.card.nvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A journal is a second place for every secret that was ever written: it must not keep any. */
class JournalRemanenceTest {
    private static final byte[] SECRET =
            "a secret that goes into no other place".getBytes(StandardCharsets.US_ASCII);

    @Test
    void a_committed_transaction_leaves_no_value_in_the_journal() {
        TestCard card = TestCard.install();
        card.run(book -> book.write(Arrays.copyOf(SECRET, 30), 1));
        assertThat(valuesInJournal(card)).isZero();
    }

    @Test
    void after_a_cut_at_any_write_the_next_power_on_wipes_what_was_left() {
        TestCard card = TestCard.install();
        boolean done = false;
        int left = 0;
        for (int cut = 0; !done; cut++) {
            TestCard torn = card.copy();
            done = torn.survives(book -> book.write(Arrays.copyOf(SECRET, 30), 1), cut);
            left += valuesInJournal(torn);
            assertThat(valuesInJournal(torn.copy())).as("cut " + cut).isZero();
        }
        assertThat(left).as("the cuts did leave something").isPositive();
    }

    @Test
    void a_card_at_rest_is_not_touched_by_power_on() {
        TestCard card = TestCard.install();
        card.run(book -> book.write(Arrays.copyOf(SECRET, 30), 1));
        card.nvm().powerOff();
        byte[] rest = card.memory.copy();
        assertThat(card.copy().memory.copy()).isEqualTo(rest);
    }

    private static int valuesInJournal(TestCard card) {
        int values = 0;
        for (int n = 0; n < Journal.MOST_RECORDS; n++) {
            values += card.memory.word(Header.JOURNAL_AT + 8 + 8 * n + 4) != 0 ? 1 : 0;
        }
        return values;
    }
}
