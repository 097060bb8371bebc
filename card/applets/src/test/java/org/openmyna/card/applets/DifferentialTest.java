package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
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
            var pair = new Pair(card % 4 > 0, card % 16 == 1);
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

    /** The session keys are the same, so the encrypted answers have to be the same octets. */
    @Test
    void under_secure_messaging_too() {
        List<String> differences = new ArrayList<>();
        var pair = new Pair(true, true);
        var chance = new Random(410);
        for (int session = 0; session < 60; session++) {
            byte[] seed = new byte[32];
            chance.nextBytes(seed);
            pair.startSession(seed);
            for (int n = 0; n < 10; n++) {
                pair.compare(protectedCommand(chance), differences);
            }
        }
        assertThat(differences).isEmpty();
    }

    static byte[] protectedCommand(Random chance) {
        String object = "960300%04X".formatted(chance.nextInt(0x440));
        if (chance.nextInt(8) == 0) {
            byte[] cryptogram = new byte[16 * chance.nextInt(3)];
            chance.nextBytes(cryptogram);
            object =
                    "86%02X01".formatted(cryptogram.length + 1)
                            + HexFormat.of().formatHex(cryptogram);
        }
        boolean verify = chance.nextInt(20) == 0;
        int place = verify ? 0x94 : 0x81 + chance.nextInt(8);
        String head = verify ? "08200094" : "08B0%02X%02X".formatted(place, chance.nextInt(20));
        byte[] command =
                TestCard.bytes(head + "00%04X".formatted(object.length() / 2) + object + "0000");
        if (chance.nextInt(12) == 0) {
            command[7 + chance.nextInt(object.length() / 2)] ^= (byte) (1 << chance.nextInt(8));
        }
        return command;
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
                    makeKeys(card, card == ours ? ourKeys : theirKeys);
                }
                PersonalFiles.write(card);
                Personalisation.accepted(card, TestCard.SELECT_JPKI);
                if (personalised) {
                    Personalisation.writeFiles(card);
                    Personalisation.close(card);
                }
            }
        }

        private static void makeKeys(TestCard card, List<RSAPublicKey> keys) {
            keys.add(Personalisation.makeKey(card, "0017"));
            keys.add(Personalisation.makeKey(card, "001A"));
            Personalisation.accepted(card, TestCard.SELECT_FORM_INPUT);
            keys.add(Personalisation.makeKey(card, "0010"));
            keys.add(Personalisation.makeKey(card, "0013"));
            Personalisation.accepted(card, TestCard.SELECT_CARD_FACE);
            keys.add(Personalisation.makeKey(card, "001A"));
            Personalisation.accepted(card, TestCard.SELECT_COMMON);
            keys.add(Personalisation.makeKey(card, "0019"));
        }

        /** The same session key on both, although their own keys differ. */
        void startSession(byte[] seed) {
            for (TestCard card : List.of(ours, theirs)) {
                Personalisation.accepted(
                        card, TestCard.SELECT_FORM_INPUT, "0020009104" + TestCard.PIN);
                RSAPublicKey key = (card == ours ? ourKeys : theirKeys).get(2);
                SecureClient.start(card, key, seed);
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
            if (instruction == 0x2A || instruction == 0x88) {
                return opened(instruction == 0x2A && command[2] >= 4, answer, keys);
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
