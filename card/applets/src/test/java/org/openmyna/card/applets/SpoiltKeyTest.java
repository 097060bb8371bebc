package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmyna.card.javacard.CardRuntime;
import org.openmyna.card.javacard.Host;
import org.openmyna.card.nvm.CardMemory;

/** Somebody changes a bit of a private key where it lies, on a card without power. */
class SpoiltKeyTest {
    private static final String SIGN = "802A000003AABBCC00";

    private KeyPair pair;
    private Host host;
    private byte[] image;

    @BeforeEach
    void a_card_in_use() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        pair = generator.generateKeyPair();
        host = new Host(bits -> pair, new SecureRandom(), Optional.empty());
        CardMemory memory = CardMemory.inMemory(OwnCard.IMAGE_BYTES);
        CardRuntime card = CardRuntime.install(memory, OwnCard.APPLETS, host);
        send(card, TestCard.SELECT_FORM_INPUT);
        send(card, "00A4020C020013");
        assertThat(send(card, "00470000000000")).endsWith("9000");
        send(card, TestCard.SELECT_ISD);
        send(card, TestCard.SET_PERSONALISED);
        image = memory.copy();
    }

    @Test
    void no_wrong_bit_in_a_private_number_gives_a_signature_or_lets_the_card_live() {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) pair.getPrivate();
        for (BigInteger number :
                List.of(
                        key.getPrimeP(),
                        key.getPrimeQ(),
                        key.getPrimeExponentP(),
                        key.getPrimeExponentQ(),
                        key.getCrtCoefficient())) {
            int at = placeOf(number);
            for (int bit :
                    new int[] {0x00_80, 0x00_40, 0x00_01, 0x40_10, 0x7F_80, 0x7F_02, 0x7F_01}) {
                byte[] spoilt = image.clone();
                spoilt[at + (bit >> 8)] ^= (byte) bit;
                CardRuntime card =
                        CardRuntime.powerOn(CardMemory.inMemory(spoilt), OwnCard.APPLETS, host);
                send(card, TestCard.SELECT_FORM_INPUT);
                assertThat(send(card, SIGN)).as(at + " " + bit).isEqualTo("6600");
                assertThat(send(card, TestCard.SELECT_FORM_INPUT)).isEqualTo("6600");
            }
        }
    }

    @Test
    void primes_that_grew_give_results_too_large_for_the_proof_and_end_the_card_as_well() {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) pair.getPrivate();
        byte[] spoilt = image.clone();
        for (BigInteger prime : List.of(key.getPrimeP(), key.getPrimeQ())) {
            int at = placeOf(prime);
            Arrays.fill(spoilt, at, at + 8, (byte) 0xFF);
        }
        for (int message = 0; message < 40; message++) {
            CardRuntime card =
                    CardRuntime.powerOn(CardMemory.inMemory(spoilt), OwnCard.APPLETS, host);
            send(card, TestCard.SELECT_FORM_INPUT);
            assertThat(send(card, "802A000001%02X00".formatted(message))).isEqualTo("6600");
        }
    }

    private int placeOf(BigInteger number) {
        String digits = HexFormat.of().formatHex(number.toByteArray());
        String all = HexFormat.of().formatHex(image);
        int at = all.indexOf(digits.substring(digits.length() - 200)) / 2 - (128 - 100);
        assertThat(at).isGreaterThan(8_256);
        return at;
    }

    private static String send(CardRuntime card, String command) {
        return HexFormat.of().formatHex(card.transmit(TestCard.bytes(command)));
    }
}
