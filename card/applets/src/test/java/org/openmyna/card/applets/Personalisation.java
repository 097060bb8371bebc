package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** From a blank card to one in the hands of its holder, by APDUs alone. */
final class Personalisation {

    /** Not certificates, but shaped like them: 30 82 hh ll, then hhll octets. */
    static final byte[] SIGNATURE_CERTIFICATE = likeACertificate(1801, 1);

    static final byte[] SIGNATURE_CA_CERTIFICATE = likeACertificate(1100, 2);
    static final byte[] USER_AUTHENTICATION_CERTIFICATE = likeACertificate(1537, 3);
    static final byte[] USER_AUTHENTICATION_CA_CERTIFICATE = likeACertificate(1280, 4);

    private Personalisation() {}

    /** Keys take jCardSim half a second each: a test that needs none does without. */
    static TestCard personalise(TestCard card, boolean withKeys) {
        accepted(card, TestCard.SELECT_JPKI);
        accepted(card, "00A4020C020018", "0024018004" + TestCard.PIN);
        accepted(card, "00A4020C02001B", "0024018006" + TestCard.PASSWORD);
        if (withKeys) {
            makeKey(card, "0017");
            makeKey(card, "001A");
        }
        writeFiles(card);
        PersonalFiles.write(card);
        close(card);
        return card;
    }

    static void writeFiles(TestCard card) {
        write(card, "0001", SIGNATURE_CERTIFICATE);
        write(card, "0002", SIGNATURE_CA_CERTIFICATE);
        write(card, "000A", USER_AUTHENTICATION_CERTIFICATE);
        write(card, "000B", USER_AUTHENTICATION_CA_CERTIFICATE);
    }

    static void close(TestCard card) {
        accepted(card, TestCard.SELECT_ISD, TestCard.SET_PERSONALISED, TestCard.SELECT_JPKI);
    }

    static RSAPublicKey makeKey(TestCard card, String file) {
        accepted(card, "00A4020C02" + file);
        byte[] answer = card.transmit(TestCard.bytes("00 47 00 00 00 00 00"));
        assertThat(TestCard.statusWord(answer)).isEqualTo(0x9000);
        return publicKey(answer);
    }

    /** The public key of an answer to GENERATE ASYMMETRIC KEY PAIR, frame checked. */
    static RSAPublicKey publicKey(byte[] answer) {
        String hex = HexFormat.of().withUpperCase().formatHex(answer);
        assertThat(hex)
                .hasSize(2 * 272)
                .startsWith("7F4982010981820100")
                .endsWith("82030100019000");
        try {
            var modulus = new BigInteger(1, Arrays.copyOfRange(answer, 9, 265));
            return (RSAPublicKey)
                    KeyFactory.getInstance("RSA")
                            .generatePublic(
                                    new RSAPublicKeySpec(modulus, BigInteger.valueOf(65537)));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static void write(TestCard card, String file, byte[] content) {
        accepted(card, "00A4020C02" + file);
        for (int at = 0; at < content.length; at += 200) {
            byte[] part = Arrays.copyOfRange(content, at, Math.min(content.length, at + 200));
            accepted(
                    card,
                    "00D6%04X%02X%s".formatted(at, part.length, HexFormat.of().formatHex(part)));
        }
    }

    static void accepted(TestCard card, String... commands) {
        for (String command : commands) {
            assertThat(card.send(command)).as(command).isEqualTo("9000");
        }
    }

    private static byte[] likeACertificate(int length, int fill) {
        byte[] der = new byte[length];
        Arrays.fill(der, (byte) fill);
        der[0] = 0x30;
        der[1] = (byte) 0x82;
        der[2] = (byte) (length - 4 >> 8);
        der[3] = (byte) (length - 4);
        return der;
    }
}
