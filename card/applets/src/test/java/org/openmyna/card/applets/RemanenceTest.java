package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openmyna.card.javacard.CardRuntime;
import org.openmyna.card.javacard.Host;
import org.openmyna.card.nvm.CardMemory;
import org.openmyna.card.nvm.PowerLoss;

/**
 * What was replaced or erased is nowhere in the image. The search is by words of four octets at
 * every place, because the journal keeps the words of a value apart from each other.
 */
class RemanenceTest {
    private static final String FORM_INPUT = "D3921000310001010408";
    private static final String JPKI = "D392F000260100000001";
    private static final String KEY_ID = "001A";

    /** Once in a hundred images a word of a key is there by chance. */
    private static final int BY_CHANCE = 4;

    private final List<KeyPair> made = new ArrayList<>();
    private final CardMemory memory = CardMemory.inMemory(OwnCard.IMAGE_BYTES);
    private final Host host = new Host(this::make, new SecureRandom(), Optional.empty());
    private final TestCard card = card(CardRuntime.install(memory, OwnCard.APPLETS, host));

    private static TestCard card(CardRuntime runtime) {
        return new TestCard() {
            @Override
            public byte[] transmit(byte[] command) {
                return runtime.transmit(command);
            }

            @Override
            public void reset() {
                runtime.reset();
            }
        };
    }

    private KeyPair make(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            made.add(generator.generateKeyPair());
            return made.getLast();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void of_a_longer_password_nothing_is_left_after_a_shorter_one() {
        accepted(TestCard.SELECT_JPKI, "0024019B10" + hex("KQXWZJVBYGFHPDM7"));
        assertThat(left("KQXWZJVBYGFHPDM7")).isNotEmpty();
        accepted("0024019B06" + hex("ABC123"));
        assertThat(left("KQXWZJVBYGFHPDM7")).isEmpty();
    }

    @Test
    void of_an_old_address_nothing_is_left_after_an_act() {
        IssuerCard.inUse(card);
        String old = "kqxw zjvb ygfh pdmt ".repeat(25);
        act("0002", old);
        assertThat(left(old)).isNotEmpty();
        act("0002", "NEW");
        assertThat(left(old)).isEmpty();
    }

    private void act(String file, String text) {
        Scp03Host host = Scp03Host.open(card, 0x33);
        channel(host, "E62000", IssuerCard.named(FORM_INPUT), "00");
        channel(host, "E20000", file + "0000" + hex(text), "0000");
        channel(host, "EE0100", "", "00");
    }

    @Test
    void of_a_replaced_private_key_nothing_is_left_after_an_act() {
        IssuerCard.blank(card);
        accepted(TestCard.SELECT_JPKI, "00A4020C02" + KEY_ID);
        assertThat(card.send("00470000000000")).endsWith("9000");
        accepted(TestCard.SELECT_ISD, TestCard.SET_PERSONALISED);
        assertThat(privateWordsLeft(made.get(0))).hasSizeGreaterThan(600);
        Scp03Host host = Scp03Host.open(card, 0x33);
        channel(host, "E62000", IssuerCard.named(JPKI), "00");
        channel(host, "470000", KEY_ID, "0000");
        channel(host, "EE0100", "", "00");
        assertThat(privateWordsLeft(made.get(0))).hasSizeLessThan(BY_CHANCE);
        assertThat(privateWordsLeft(made.get(1))).hasSizeGreaterThan(600);

        host = Scp03Host.open(card, 0x33);
        channel(host, "F0807F", "", "00");
        assertThat(card.send(TestCard.SELECT_JPKI)).isEqualTo("6600");
        assertThat(privateWordsLeft(made.get(1))).hasSizeLessThan(BY_CHANCE);
        Stream.of(Scp03Host.ENC, Scp03Host.MAC, Scp03Host.DEK)
                .forEach(key -> assertThat(left(key)).isEmpty());
    }

    @Test
    void of_a_new_key_whose_making_was_cut_short_nothing_is_left_after_the_next_session() {
        IssuerCard.inUse(card);
        Scp03Host session = Scp03Host.open(card, 0x33);
        channel(session, "E62000", IssuerCard.named(JPKI), "00");
        byte[] before = memory.copy();
        long writes = memory.writes();
        channel(session, "470000", KEY_ID, "0000");
        // One write of the key file says that the draft is whole; the key is there before it.
        long last = memory.writes() - writes - 1;
        CardMemory torn = CardMemory.inMemory(before);
        TestCard again = card(CardRuntime.powerOn(torn, OwnCard.APPLETS, host));
        Scp03Host other = Scp03Host.open(again, 0x33);
        assertThat(other.send(again, "E62000", IssuerCard.named(JPKI), "00")).endsWith("9000");
        torn.cutPowerAfter(last);
        assertThatThrownBy(() -> other.send(again, "470000", KEY_ID, "0000"))
                .isInstanceOf(PowerLoss.class);
        torn.restorePower();
        assertThat(privateWordsLeft(made.getLast(), torn)).hasSizeGreaterThan(600);
        TestCard later = card(CardRuntime.powerOn(torn, OwnCard.APPLETS, host));
        Scp03Host.open(later, 0x33);
        assertThat(privateWordsLeft(made.getLast(), torn)).hasSizeLessThan(BY_CHANCE);
    }

    private void channel(Scp03Host host, String header, String data, String le) {
        assertThat(host.send(card, header, data, le)).as(header).endsWith("9000");
    }

    private void accepted(String... commands) {
        for (String command : commands) {
            assertThat(card.send(command)).as(command).isEqualTo("9000");
        }
    }

    private Set<String> privateWordsLeft(KeyPair pair) {
        return privateWordsLeft(pair, memory);
    }

    private static Set<String> privateWordsLeft(KeyPair pair, CardMemory memory) {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) pair.getPrivate();
        Set<String> words = new HashSet<>();
        for (BigInteger number :
                List.of(
                        key.getPrimeP(),
                        key.getPrimeQ(),
                        key.getPrimeExponentP(),
                        key.getPrimeExponentQ(),
                        key.getCrtCoefficient())) {
            byte[] digits = number.toByteArray();
            words.addAll(left(digits, memory));
        }
        return words;
    }

    private Set<String> left(String secret) {
        return left(secret.getBytes(StandardCharsets.US_ASCII));
    }

    private Set<String> left(byte[] secret) {
        return left(secret, memory);
    }

    /** Runs of four octets of the secret that are anywhere in the image. */
    private static Set<String> left(byte[] secret, CardMemory memory) {
        ByteBuffer image = ByteBuffer.wrap(memory.copy());
        Set<Integer> there = new HashSet<>();
        for (int at = 0; at + 4 <= image.capacity(); at++) {
            there.add(image.getInt(at));
        }
        ByteBuffer wanted = ByteBuffer.wrap(secret);
        Set<String> left = new HashSet<>();
        for (int at = 0; at + 4 <= secret.length; at++) {
            if (there.contains(wanted.getInt(at))) {
                left.add("%08X".formatted(wanted.getInt(at)));
            }
        }
        return left;
    }

    private static String hex(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
