package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmyna.card.nvm.PowerLoss;

/** Ten wrong MACs or cryptograms in a row end the card, and no cut of power gives one back. */
class ChannelTriesTest {

    private static final String WRONG = "8482330010" + "5A".repeat(16);

    @ParameterizedTest
    @EnumSource
    void the_tenth_failure_in_a_row_ends_the_card(Machine machine) {
        TestCard card = IssuerCard.inUse(machine);
        fail(card, 9);
        Scp03Host.open(card, 0x33);
        fail(card, 4);
        card.reset();
        fail(card, 5);
        assertThat(guess(card)).isEqualTo("6600");
        for (int n = 0; n < 2; n++) {
            assertThat(card.send("8050000008" + "0102030405060708" + "00")).isEqualTo("6600");
            assertThat(card.send("00CA004500")).isEqualTo("6600");
            assertThat(card.send(TestCard.SELECT_JPKI)).isEqualTo("6600");
            card.reset();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_wrong_mac_inside_a_session_counts_like_a_wrong_cryptogram(Machine machine) {
        TestCard card = IssuerCard.inUse(machine);
        Scp03Host.open(card, 0x03);
        assertThat(card.send("84CA004508" + "00".repeat(8) + "00")).isEqualTo("6982");
        fail(card, 8);
        assertThat(guess(card)).isEqualTo("6600");

        card = IssuerCard.inUse(machine);
        fail(card, 9);
        Scp03Host host = Scp03Host.open(card, 0x03);
        assertThat(host.send(card, "CA0045", "", "00")).endsWith("9000");
        for (int n = 0; n < 9; n++) {
            Scp03Host.open(card, 0x03);
            assertThat(card.send("84CA004500")).as("no MAC at all").isEqualTo("6982");
        }
        fail(card, 8);
        assertThat(guess(card)).isEqualTo("6600");
    }

    @ParameterizedTest
    @EnumSource
    void what_is_not_compared_costs_nothing(Machine machine) {
        TestCard card = IssuerCard.inUse(machine);
        fail(card, 9);
        for (int n = 0; n < 12; n++) {
            card.send(TestCard.SELECT_ISD);
            card.send(WRONG);
            card.send("84CA004508" + "00".repeat(8) + "00");
            var host = new Scp03Host(Scp03Host.ENC, Scp03Host.MAC);
            host.initialize(card);
            card.send("8482000010" + "00".repeat(16));
            host.initialize(card);
            card.send("8482330001" + "00");
            host.initialize(card);
            card.send("00CA004500");
        }
        Scp03Host.open(card, 0x33);
    }

    @Test
    void a_cut_of_power_in_a_wrong_guess_never_gives_a_try_back() {
        byte[] before = after(IssuerCard.inUse(Machine.OURS), 3);
        List<Integer> torn = new ArrayList<>();
        for (int writes = 0; ; writes++) {
            OwnCard card = OwnCard.from(before);
            new Scp03Host(Scp03Host.ENC, Scp03Host.MAC).initialize(card);
            card.memory().cutPowerAfter(writes);
            try {
                assertThat(card.send(WRONG)).isEqualTo("6300");
                card.memory().restorePower();
                assertThat(triesLeft(card.image())).isEqualTo(6);
                break;
            } catch (PowerLoss cut) {
                torn.add(triesLeft(card.image()));
            }
        }
        assertThat(torn).isNotEmpty().isSubsetOf(7, 6);
    }

    @Test
    void a_cut_of_power_in_a_right_answer_costs_its_try_until_it_is_accepted() {
        byte[] before = after(IssuerCard.inUse(Machine.OURS), 3);
        List<Integer> torn = new ArrayList<>();
        for (int writes = 0; ; writes++) {
            OwnCard card = OwnCard.from(before);
            var host = new Scp03Host(Scp03Host.ENC, Scp03Host.MAC);
            host.initialize(card);
            card.memory().cutPowerAfter(writes);
            try {
                assertThat(card.send(host.externalAuthenticate(0x33))).isEqualTo("9000");
                card.memory().restorePower();
                assertThat(triesLeft(card.image())).isEqualTo(10);
                break;
            } catch (PowerLoss cut) {
                torn.add(triesLeft(card.image()));
            }
        }
        assertThat(torn).isSubsetOf(7, 6, 10).contains(6);
    }

    @Test
    void ten_cuts_before_the_answer_is_known_end_the_card_like_ten_wrong_answers() {
        byte[] image = ((OwnCard) IssuerCard.inUse(Machine.OURS)).image();
        for (int left = 9; left >= 0; left--) {
            OwnCard card = OwnCard.from(image);
            var host = new Scp03Host(Scp03Host.ENC, Scp03Host.MAC);
            host.initialize(card);
            int payment = writesOfTheLastFailure(image);
            card.memory().cutPowerAfter(payment);
            assertThatThrownBy(() -> card.send(host.externalAuthenticate(0x33)))
                    .isInstanceOf(PowerLoss.class);
            image = card.image();
            if (left > 0) {
                assertThat(triesLeft(image)).isEqualTo(left);
            }
        }
        OwnCard dead = OwnCard.from(image);
        assertThat(dead.send("00CA004500")).isEqualTo("6600");
        assertThat(Scp03Host.hex(dead.image())).doesNotContain(Scp03Host.hex(Scp03Host.MAC));
    }

    /** The smallest number of writes after which a try is gone. */
    private static int writesOfTheLastFailure(byte[] image) {
        int before = triesLeft(image);
        for (int writes = 0; writes < 10; writes++) {
            OwnCard card = OwnCard.from(image);
            var host = new Scp03Host(Scp03Host.ENC, Scp03Host.MAC);
            host.initialize(card);
            card.memory().cutPowerAfter(writes);
            try {
                card.send(host.externalAuthenticate(0x33));
            } catch (PowerLoss cut) {
                byte[] torn = card.image();
                if (OwnCard.from(torn).send("00CA004500").equals("6600")
                        || triesLeft(torn) < before) {
                    return writes;
                }
            }
        }
        throw new AssertionError("no try is paid");
    }

    private static byte[] after(TestCard card, int failures) {
        fail(card, failures);
        return ((OwnCard) card).image();
    }

    /** On a copy. */
    private static int triesLeft(byte[] image) {
        OwnCard card = OwnCard.from(image);
        for (int tries = 1; ; tries++) {
            if (guess(card).equals("6600")) {
                return tries;
            }
        }
    }

    private static void fail(TestCard card, int times) {
        for (int n = 0; n < times; n++) {
            assertThat(guess(card)).as("failure %d", n).isEqualTo("6300");
        }
    }

    private static String guess(TestCard card) {
        new Scp03Host(Scp03Host.ENC, Scp03Host.MAC).initialize(card);
        return card.send(WRONG);
    }
}
