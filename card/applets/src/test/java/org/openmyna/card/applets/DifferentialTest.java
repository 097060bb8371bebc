package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The same source on two runtimes that share no code: the same commands must get the same answers.
 * No answer is left out; what jCardSim does wrong before an applet sees the command is listed and
 * put right in {@link JCardSim}.
 */
class DifferentialTest {

    private static final int CARDS = 64 * Integer.getInteger("openmyna.test.length", 1);
    private static final int COMMANDS_A_CARD = 500;

    /**
     * A key pair is made by chance once in so many commands, because jCardSim takes half a second
     * for one.
     */
    private static final int GENERATE_ONE_IN = 400;

    @Test
    void our_runtime_and_jcardsim_give_the_same_32000_answers() {
        List<String> differences = new ArrayList<>();
        for (int card = 0; card < CARDS; card++) {
            var pair = new Pair(card % 4 > 0, card % 8 == 1);
            var commands = new CommandGenerator(card, GENERATE_ONE_IN);
            for (int n = 0; n < COMMANDS_A_CARD; n++) {
                if (n % 100 == 99) {
                    pair.reset();
                }
                pair.compare(commands.next(), differences);
            }
        }
        assertThat(differences).isEmpty();
    }

    /** One card on each runtime, with the public keys that each has shown. */
    private static final class Pair {
        final TestCard ours = OwnCard.blank();
        final TestCard theirs = JCardSim.blank();
        final List<RSAPublicKey> ourKeys = new ArrayList<>();
        final List<RSAPublicKey> theirKeys = new ArrayList<>();
        final List<String> lastCommands = new ArrayList<>();

        Pair(boolean personalised, boolean withKeys) {
            for (TestCard card : List.of(ours, theirs)) {
                Personalisation.accepted(
                        card,
                        TestCard.SELECT_JPKI,
                        "0024019804" + TestCard.PIN,
                        "0024019B06" + TestCard.PASSWORD);
                if (withKeys) {
                    List<RSAPublicKey> keys = card == ours ? ourKeys : theirKeys;
                    keys.add(Personalisation.makeKey(card, "0017"));
                    keys.add(Personalisation.makeKey(card, "001A"));
                }
                if (personalised) {
                    Personalisation.writeFiles(card);
                    Personalisation.close(card);
                }
            }
        }

        void reset() {
            ours.reset();
            theirs.reset();
            for (TestCard card : List.of(ours, theirs)) {
                card.send(TestCard.SELECT_JPKI);
            }
        }

        void compare(byte[] command, List<String> differences) {
            lastCommands.add(HexFormat.of().formatHex(command));
            byte[] our = ours.transmit(command);
            byte[] their = theirs.transmit(command);
            String ourMeaning = meaning(command, our, ourKeys);
            String theirMeaning = meaning(command, their, theirKeys);
            if (!ourMeaning.equals(theirMeaning)) {
                differences.add(
                        "%s: ours %s, theirs %s"
                                .formatted(
                                        lastCommands.subList(
                                                Math.max(0, lastCommands.size() - 4),
                                                lastCommands.size()),
                                        ourMeaning,
                                        theirMeaning));
            }
        }
    }

    /**
     * The answer, with what chance decides taken out: keys, challenges, salts. Which key signed is
     * not compared: jCardSim starts its generator anew for each pair of a card, and both keys come
     * out the same.
     */
    private static String meaning(byte[] command, byte[] answer, List<RSAPublicKey> keys) {
        int statusWord = TestCard.statusWord(answer);
        if (statusWord == 0x9000 && answer.length > 2) {
            int instruction = command[1] & 0xFF;
            if (instruction == 0x84) {
                return answer.length + " random";
            }
            if (instruction == 0x47) {
                RSAPublicKey key = Personalisation.publicKey(answer);
                if (!keys.contains(key)) {
                    keys.add(key);
                }
                return "a public key";
            }
            if (instruction == 0x2A) {
                return opened(command[2] >= 4, answer, keys);
            }
        }
        return HexFormat.of().formatHex(answer);
    }

    private static String opened(boolean pss, byte[] answer, List<RSAPublicKey> keys) {
        BigInteger signature = new BigInteger(1, Arrays.copyOf(answer, answer.length - 2));
        for (RSAPublicKey key : keys) {
            String block = signature.modPow(key.getPublicExponent(), key.getModulus()).toString(16);
            boolean opens =
                    pss ? block.endsWith("bc") : block.startsWith("1ff") && block.length() == 509;
            if (opens) {
                return pss ? "a salted signature" : block;
            }
        }
        return "a signature of nobody";
    }
}
