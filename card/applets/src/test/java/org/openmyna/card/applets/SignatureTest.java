package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The six forms of COMPUTE DIGITAL SIGNATURE, checked by the JDK. */
class SignatureTest {

    private static final HexFormat HEX = HexFormat.of();

    private final Random chance = new Random(2026);

    @ParameterizedTest
    @EnumSource
    void any_1_to_245_bytes_are_padded_verbatim(Machine machine) {
        TestCard card = machine.blank();
        RSAPublicKey key = cardWithOpenKey(card);
        for (int length : new int[] {1, 2, 35, 51, 83, 244, 245}) {
            byte[] data = bytes(length);
            byte[] expected = new byte[256];
            Arrays.fill(expected, (byte) 0xFF);
            expected[0] = 0;
            expected[1] = 1;
            expected[255 - length] = 0;
            System.arraycopy(data, 0, expected, 256 - length, length);
            assertThat(opened(sign(card, 0, data), key)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_card_hashes_messages_of_any_length(Machine machine) throws Exception {
        TestCard card = machine.blank();
        RSAPublicKey key = cardWithOpenKey(card);
        for (int length : new int[] {1, 64, 255, 256, 1018, 20000}) {
            byte[] message = bytes(length);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(message);
            byte[] bare = opened(sign(card, 1, message), key);
            assertThat(Arrays.copyOfRange(bare, 223, 256)).startsWith(0).endsWith(hash);
            assertThat(verifies("SHA256withRSA", key, message, sign(card, 2, hash))).isTrue();
            assertThat(verifies("SHA256withRSA", key, message, sign(card, 3, message))).isTrue();
            assertThat(verifies("RSASSA-PSS", key, message, sign(card, 4, hash))).isTrue();
            assertThat(verifies("RSASSA-PSS", key, message, sign(card, 5, message))).isTrue();
        }
        byte[] hash = bytes(32);
        assertThat(sign(card, 2, hash)).isEqualTo(sign(card, 2, hash));
        assertThat(sign(card, 4, hash))
                .as("each PSS signature has a salt of its own")
                .isNotEqualTo(sign(card, 4, hash));
    }

    private static RSAPublicKey cardWithOpenKey(TestCard card) {
        Personalisation.accepted(
                card,
                TestCard.SELECT_JPKI,
                "0024019804" + TestCard.PIN,
                "0020009804" + TestCard.PIN);
        return Personalisation.makeKey(card, "0017");
    }

    private static byte[] sign(TestCard card, int p1, byte[] data) {
        String length = data.length < 256 ? "%02X" : "00%04X";
        String le = data.length < 256 ? "00" : "0000";
        String command =
                ("802A%02X80" + length).formatted(p1, data.length) + HEX.formatHex(data) + le;
        byte[] answer = card.transmit(TestCard.bytes(command));
        assertThat(TestCard.statusWord(answer))
                .as("P1 %d, %d octets", p1, data.length)
                .isEqualTo(0x9000);
        assertThat(answer).hasSize(258);
        return Arrays.copyOf(answer, 256);
    }

    private static byte[] opened(byte[] signature, RSAPublicKey key) {
        byte[] block =
                new BigInteger(1, signature)
                        .modPow(key.getPublicExponent(), key.getModulus())
                        .toByteArray();
        byte[] whole = new byte[256];
        System.arraycopy(block, 0, whole, 256 - block.length, block.length);
        return whole;
    }

    private static boolean verifies(
            String algorithm, RSAPublicKey key, byte[] message, byte[] signature) throws Exception {
        Signature check = Signature.getInstance(algorithm);
        if (algorithm.equals("RSASSA-PSS")) {
            check.setParameter(
                    new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        check.initVerify(key);
        check.update(message);
        return check.verify(signature);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        chance.nextBytes(bytes);
        return bytes;
    }
}
