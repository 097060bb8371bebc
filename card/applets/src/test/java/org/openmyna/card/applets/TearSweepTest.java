package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.card.applets.TestCard.PASSWORD;
import static org.openmyna.card.applets.TestCard.PIN;
import static org.openmyna.card.applets.TestCard.SELECT_ISD;
import static org.openmyna.card.applets.TestCard.SELECT_JPKI;
import static org.openmyna.card.applets.TestCard.SET_PERSONALISED;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmyna.card.nvm.PowerLoss;

/**
 * Power is cut before write 0, 1, 2 … of a command until it gets through; then the card is looked
 * at after power-on.
 */
class TearSweepTest {

    private static final String NEW_PIN = "39383736";

    /**
     * What can be seen of a card from outside. Each look is taken on a copy, so that it costs the
     * card nothing.
     */
    private record State(
            String pinTries,
            String passwordTries,
            String rightPin,
            String files,
            String key,
            String closed) {

        static State of(byte[] image) {
            return new State(
                    look(image, SELECT_JPKI, "00200098"),
                    look(image, SELECT_JPKI, "0020009B"),
                    look(image, SELECT_JPKI, "0020009804" + PIN).equals("9000")
                            ? PIN
                            : look(image, SELECT_JPKI, "0020009804" + NEW_PIN).equals("9000")
                                    ? NEW_PIN
                                    : "none",
                    look(image, SELECT_JPKI, "00B0880000")
                            + look(image, SELECT_JPKI, "00B08200000000"),
                    look(image, SELECT_JPKI, "00A4020C020017", "00470100000000"),
                    look(image, SELECT_ISD, SET_PERSONALISED));
        }

        private static String look(byte[] image, String... commands) {
            OwnCard card = OwnCard.from(image);
            String seen = "";
            for (String command : commands) {
                seen = card.send(command);
            }
            return seen;
        }

        int tries() {
            return pinTries.charAt(3) - '0';
        }
    }

    @Test
    void a_file_is_updated_wholly_or_not_at_all() {
        oldOrNew(blank(), SELECT_JPKI, "00D6880003" + "AABBCC");
        oldOrNew(blank(), SELECT_JPKI, "00D68205C8" + "5A".repeat(200));
        oldOrNew(blank(), SELECT_JPKI, "00D68200000800" + "5A".repeat(2048));
    }

    @Test
    void a_pin_is_set_or_changed_wholly_or_not_at_all() {
        oldOrNew(OwnCard.blank().image(), SELECT_JPKI, "0024019804" + PIN);
        oldOrNew(blank(), SELECT_JPKI, "0024019804" + NEW_PIN);
        oldOrNew(
                after(blank(), SELECT_JPKI, "0020009804" + NEW_PIN),
                SELECT_JPKI,
                "0024019804" + NEW_PIN);
        oldOrNew(personalised(), SELECT_JPKI, "0020009804" + PIN, "0024019804" + NEW_PIN);
    }

    @Test
    void a_key_is_made_or_there_is_none() {
        Set<State> seen = oldOrNew(blank(), SELECT_JPKI, "00A4020C020017", "00470000000000");
        assertThat(seen).extracting(State::key).contains("6A88");
    }

    @Test
    void a_key_made_again_leaves_the_old_one_the_new_one_or_none() {
        byte[] before = after(blank(), SELECT_JPKI, "00A4020C020017", "00470000000000");
        String old = State.of(before).key();
        Sweep sweep = sweep(before, SELECT_JPKI, "00A4020C020017", "00470000000000");
        assertThat(sweep.torn()).extracting(State::key).isSubsetOf(old, "6A88", sweep.done().key());
    }

    @Test
    void personalisation_ends_wholly_or_not_at_all() {
        oldOrNew(blank(), SELECT_ISD, SET_PERSONALISED);
    }

    @Test
    void a_wrong_guess_costs_its_try_or_was_never_compared() {
        oldOrNew(personalised(), SELECT_JPKI, "0020009804" + NEW_PIN);
        oldOrNew(
                after(personalised(), SELECT_JPKI, "0020009804" + NEW_PIN),
                SELECT_JPKI,
                "0020009804" + NEW_PIN);
    }

    @Test
    void a_right_pin_never_leaves_more_tries_than_it_should() {
        byte[] before = after(personalised(), SELECT_JPKI, "0020009804" + NEW_PIN);
        Sweep sweep = sweep(before, SELECT_JPKI, "0020009804" + PIN);
        assertThat(sweep.torn()).extracting(State::tries).isSubsetOf(2, 1, 3).contains(1);
        assertThat(sweep.done().tries()).isEqualTo(3);
        State without = State.of(before);
        for (State torn : sweep.torn()) {
            assertThat(torn.files()).isEqualTo(without.files());
            assertThat(torn.passwordTries()).isEqualTo(without.passwordTries());
        }
    }

    @Test
    void commands_that_only_look_write_nothing() {
        for (String command :
                List.of(
                        "00200098",
                        "00B0880000",
                        "00A4020C020017",
                        "0084000008",
                        "802A00970100",
                        SELECT_ISD)) {
            assertThat(sweep(personalised(), SELECT_JPKI, command).torn()).as(command).isEmpty();
        }
        Sweep signature = sweep(personalised(), SELECT_JPKI, "0020009804" + PIN, "802A0097010000");
        assertThat(signature.torn()).isEmpty();
    }

    private record Sweep(List<State> torn, State done) {}

    private static Set<State> oldOrNew(byte[] before, String... commands) {
        Sweep sweep = sweep(before, commands);
        State old = State.of(after(before, allButLast(commands)));
        assertThat(sweep.done()).as("the command does something").isNotEqualTo(old);
        assertThat(sweep.torn()).as("power was cut").isNotEmpty();
        for (int n = 0; n < sweep.torn().size(); n++) {
            assertThat(sweep.torn().get(n)).as("cut before write %d", n).isIn(old, sweep.done());
        }
        return Set.copyOf(sweep.torn());
    }

    /** Cuts the power in the last command, at each of its writes. */
    private static Sweep sweep(byte[] before, String... commands) {
        List<State> torn = new ArrayList<>();
        for (int writes = 0; ; writes++) {
            OwnCard card = OwnCard.from(before);
            for (String command : allButLast(commands)) {
                card.send(command);
            }
            card.memory().cutPowerAfter(writes);
            try {
                card.send(commands[commands.length - 1]);
                card.memory().restorePower();
                return new Sweep(torn, State.of(card.image()));
            } catch (PowerLoss cut) {
                torn.add(State.of(card.image()));
            }
        }
    }

    private static byte[] after(byte[] image, String... commands) {
        OwnCard card = OwnCard.from(image);
        for (String command : commands) {
            card.send(command);
        }
        return card.image();
    }

    private static String[] allButLast(String[] commands) {
        return java.util.Arrays.copyOf(commands, commands.length - 1);
    }

    private static byte[] blank() {
        return after(
                OwnCard.blank().image(), SELECT_JPKI, "0024019804" + PIN, "0024019B06" + PASSWORD);
    }

    private static byte[] personalised() {
        return OwnCard.personalised().image();
    }
}
