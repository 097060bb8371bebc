package org.openmyna.card.javacard;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openmyna.card.javacard.Specimen.Card;
import org.openmyna.card.javacard.specimen.PurseApplet;
import org.openmyna.card.nvm.CardMemory;
import org.openmyna.card.nvm.PowerLoss;

/**
 * The power is cut before write 0, 1, 2 … of a command, until the command gets through; each torn
 * card is powered on from its bytes. Its whole heap and its answers must be those of before or of
 * after.
 */
class PowerCutSweepTest {
    private static final String STATE = "8050000000";
    private static byte[] image;

    @BeforeAll
    static void a_card_in_use() {
        Card card = Specimen.card();
        card.send(PurseApplet.GENERATE);
        card.send(PurseApplet.PAY, (byte) 1);
        card.send("8030000080" + "AB".repeat(128));
        image = card.memory().copy();
    }

    private static Card card() {
        CardMemory memory = CardMemory.inMemory(image);
        Card card =
                new Card(memory, CardRuntime.powerOn(memory, Specimen.modules(), Specimen.host()));
        card.select(Specimen.PURSE);
        return card;
    }

    /** What the cards looked like after each cut: their heaps, and what they answer. */
    private record Sweep(int points, Set<String> heaps, Set<String> answers) {
        static Sweep of(String prepare, String command, String... questions) {
            Set<String> heaps = new LinkedHashSet<>();
            Set<String> answers = new LinkedHashSet<>();
            for (int cut = 0; ; cut++) {
                Card torn = card();
                if (!prepare.isEmpty()) {
                    torn.send(prepare);
                }
                boolean done = cutAfter(torn, cut, command);
                Card again = torn.again();
                heaps.add(HexFormat.of().formatHex(again.heap()));
                StringBuilder answer = new StringBuilder();
                for (String question : questions) {
                    answer.append(again.send(question)).append(' ');
                }
                answers.add(answer.toString());
                if (done) {
                    return new Sweep(cut, heaps, answers);
                }
            }
        }

        private static boolean cutAfter(Card card, int writes, String command) {
            card.memory().cutPowerAfter(writes);
            try {
                card.send(command);
                return true;
            } catch (PowerLoss cut) {
                return false;
            }
        }
    }

    private static String verify(String pin) {
        return "80100000%02X%s"
                .formatted(pin.length(), HexFormat.of().formatHex(pin.getBytes(US_ASCII)));
    }

    private static String changePin(String pin) {
        return verify(pin).replaceFirst("8010", "8012");
    }

    @Test
    void a_transaction_is_old_or_new() {
        Sweep sweep = Sweep.of("", "8020000004C1C2C3C4", STATE, "80320000000010");
        Figures.note("cuts, transaction", sweep.points());
        assertThat(sweep.heaps()).hasSize(2);
        assertThat(sweep.answers()).hasSize(2);
        assertThat(sweep.points()).isGreaterThan(20);
    }

    @Test
    void an_update_of_128_bytes_is_old_or_new() {
        Sweep sweep = Sweep.of("", "8030000180" + "CD".repeat(128), "80320000000090");
        Figures.note("cuts, update", sweep.points());
        assertThat(sweep.heaps()).hasSize(2);
        assertThat(sweep.answers())
                .containsExactly(
                        "AB".repeat(128) + "00".repeat(16) + "9000 ",
                        "AB" + "CD".repeat(128) + "00".repeat(15) + "9000 ");
    }

    @Test
    void after_a_pin_change_the_old_or_the_new_pin_opens_never_both_never_neither() {
        Sweep sweep =
                Sweep.of(
                        verify("1234"),
                        changePin("secret"),
                        verify("1234"),
                        "80140000",
                        verify("secret"));
        Figures.note("cuts, PIN change", sweep.points());
        assertThat(sweep.heaps()).hasSize(2);
        assertThat(sweep.answers()).containsExactly("9000 9000 63C2 ", "63C2 9000 9000 ");
    }

    @Test
    void a_wrong_pin_costs_its_try_whenever_the_power_goes() {
        Sweep sweep = Sweep.of("", verify("9999"), STATE);
        Figures.note("cuts, wrong PIN", sweep.points());
        assertThat(tries(sweep)).containsExactly("03", "02");
        assertThat(sweep.points()).as("nothing is written after the comparison").isEqualTo(1);
    }

    @Test
    void a_right_pin_may_lose_a_try_to_the_power_but_never_gains_one() {
        Sweep sweep = Sweep.of(verify("9999"), verify("1234"), STATE);
        Figures.note("cuts, right PIN", sweep.points());
        assertThat(tries(sweep)).containsExactly("02", "01", "03");
    }

    private static Set<String> tries(Sweep sweep) {
        Set<String> tries = new LinkedHashSet<>();
        sweep.answers()
                .forEach(answer ->
                        tries.add(answer.substring(answer.length() - 7, answer.length() - 5)));
        return tries;
    }

    @Test
    void a_new_key_pair_is_the_whole_old_or_the_whole_new_one() {
        Card old = card();
        String before = old.send("8048000000");
        old.send(verify("1234"));
        String signedBefore = old.send("804200000455667788");
        // The source of this test starts anew at each power-on: let it give its second pair.
        Sweep sweep =
                Sweep.of(
                        "80400000", "80400000", "8048000000", verify("1234"), "804200000455667788");
        Figures.note("cuts, key generation", sweep.points());
        assertThat(sweep.heaps()).hasSize(2);
        assertThat(sweep.answers())
                .hasSize(2)
                .first()
                .asString()
                .startsWith(before)
                .endsWith(signedBefore + " ");
    }

    @Test
    void an_orderly_power_off_can_be_cut_too() {
        for (int cut = 0; cut < 4; cut++) {
            Card card = card();
            card.send(PurseApplet.PAY, (byte) 1);
            String state = card.send(STATE);
            card.memory().cutPowerAfter(cut);
            try {
                card.runtime().powerOff();
            } catch (PowerLoss lost) {
                assertThat(cut).isLessThan(2);
            }
            assertThat(card.again().send(STATE)).isEqualTo(state);
        }
    }

    @Test
    void a_reset_between_two_commands_is_like_a_loss_of_power_between_them() {
        Card card = card();
        card.send(PurseApplet.PAY, (byte) 9);
        String state = card.send(STATE);
        card.runtime().reset();
        card.select(Specimen.PURSE);
        assertThat(card.send(STATE)).isEqualTo(state);
    }
}
