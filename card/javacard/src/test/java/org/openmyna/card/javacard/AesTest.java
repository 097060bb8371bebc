package org.openmyna.card.javacard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javacard.framework.JCSystem;
import javacard.security.AESKey;
import javacard.security.CryptoException;
import javacard.security.KeyBuilder;
import javacard.security.Signature;
import javacardx.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmyna.card.javacard.AesVectors.Example;
import org.openmyna.card.javacard.Specimen.Card;

class AesTest {
    private static final byte ECB = Cipher.ALG_AES_BLOCK_128_ECB_NOPAD;
    private static final byte CBC = Cipher.ALG_AES_BLOCK_128_CBC_NOPAD;
    private static final byte[] NONE = {};

    private final Card card = Specimen.card();

    static List<Example> examples() {
        return AesVectors.EXAMPLES;
    }

    private static AESKey key(byte type, byte[] value) {
        AESKey key = (AESKey) KeyBuilder.buildKey(type, (short) (8 * value.length), false);
        key.setKey(value, (short) 0);
        return key;
    }

    private static AESKey key(byte[] value) {
        return key(KeyBuilder.TYPE_AES, value);
    }

    private static byte[] room() {
        return JCSystem.makeTransientByteArray((short) 128, JCSystem.CLEAR_ON_RESET);
    }

    private static byte[] crypt(byte algorithm, byte mode, AESKey key, byte[] vector, byte[] in) {
        Cipher cipher = Cipher.getInstance(algorithm, false);
        if (vector.length == 0) {
            cipher.init(key, mode);
        } else {
            cipher.init(key, mode, vector, (short) 0, (short) vector.length);
        }
        byte[] out = room();
        short made = cipher.doFinal(in, (short) 0, (short) in.length, out, (short) 0);
        return Arrays.copyOf(out, made);
    }

    private static byte[] mac(AESKey key, byte[] message) {
        Signature mac = Signature.getInstance(Signature.ALG_AES_CMAC_128, false);
        mac.init(key, Signature.MODE_SIGN);
        byte[] out = room();
        short made = mac.sign(message, (short) 0, (short) message.length, out, (short) 0);
        return Arrays.copyOf(out, made);
    }

    private void inside(Workbench.Work work) throws GeneralSecurityException {
        Workbench.inside(card, work);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_examples_of_sp_800_38a_come_out_in_both_modes_and_directions(Example example)
            throws GeneralSecurityException {
        inside(bench -> {
            byte[] ecb = AesVectors.bytes(example.ecb());
            byte[] cbc = AesVectors.bytes(example.cbc());
            byte[] plain = AesVectors.message();
            byte[] vector = AesVectors.INITIAL_VECTOR;
            AESKey key = key(example.key());
            assertThat(crypt(ECB, Cipher.MODE_ENCRYPT, key, NONE, plain)).isEqualTo(ecb);
            assertThat(crypt(ECB, Cipher.MODE_DECRYPT, key, NONE, ecb)).isEqualTo(plain);
            assertThat(crypt(CBC, Cipher.MODE_ENCRYPT, key, vector, plain)).isEqualTo(cbc);
            assertThat(crypt(CBC, Cipher.MODE_DECRYPT, key, vector, cbc)).isEqualTo(plain);
        });
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_examples_of_rfc_4493_and_sp_800_38b_come_out(Example example)
            throws GeneralSecurityException {
        inside(bench -> {
            int[] lengths = {0, 16, 40, 64};
            AESKey key = key(example.key());
            for (int n = 0; n < lengths.length; n++) {
                byte[] message = Arrays.copyOf(AesVectors.message(), lengths[n]);
                assertThat(mac(key, message)).isEqualTo(AesVectors.bytes(example.macs()[n]));
            }
        });
    }

    @Test
    void jcardsim_computes_the_same_of_any_key_and_message()
            throws GeneralSecurityException, IOException {
        Random chance = new Random(4493);
        try (JCardSimAes theirs = new JCardSimAes()) {
            for (int round = 0; round < 30; round++) {
                byte[] value = random(chance, 16 + 8 * (round % 3));
                byte[] vector = random(chance, 16);
                byte[] message = random(chance, chance.nextInt(100));
                byte[] blocks = random(chance, 16 * (1 + chance.nextInt(6)));
                Workbench.inside(
                        Specimen.card(),
                        bench -> {
                            AESKey key = key(value);
                            assertThat(mac(key, message)).isEqualTo(theirs.mac(value, message));
                            for (byte mode : new byte[] {1, 2}) {
                                assertThat(crypt(ECB, mode, key, NONE, blocks))
                                        .isEqualTo(theirs.cipher(ECB, mode, value, NONE, blocks));
                                assertThat(crypt(CBC, mode, key, NONE, blocks))
                                        .isEqualTo(theirs.cipher(CBC, mode, value, NONE, blocks));
                                assertThat(crypt(CBC, mode, key, vector, blocks))
                                        .isEqualTo(theirs.cipher(CBC, mode, value, vector, blocks));
                            }
                        });
            }
        }
    }

    private static byte[] random(Random chance, int length) {
        byte[] bytes = new byte[length];
        chance.nextBytes(bytes);
        return bytes;
    }

    @Test
    void a_stream_in_pieces_gives_each_block_when_it_is_full() throws GeneralSecurityException {
        inside(bench -> {
            Example example = AesVectors.EXAMPLES.getFirst();
            byte[] cbc = AesVectors.bytes(example.cbc());
            byte[] plain = AesVectors.message();
            Cipher cipher = Cipher.getInstance(CBC, false);
            AESKey key = key(example.key());
            byte[] out = room();
            cipher.init(key, Cipher.MODE_DECRYPT, AesVectors.INITIAL_VECTOR, (short) 0, (short) 16);
            for (int twice = 0; twice < 2; twice++) {
                short made = cipher.update(cbc, (short) 0, (short) 15, out, (short) 0);
                assertThat(made).isZero();
                made = cipher.update(cbc, (short) 15, (short) 20, out, (short) 0);
                assertThat(made).isEqualTo((short) 32);
                made += cipher.doFinal(cbc, (short) 35, (short) 29, out, made);
                assertThat(Arrays.copyOf(out, made)).as("run " + twice).isEqualTo(plain);
            }
            Signature mac = Signature.getInstance(Signature.ALG_AES_CMAC_128, false);
            mac.init(key, Signature.MODE_SIGN);
            mac.update(plain, (short) 0, (short) 16);
            mac.update(plain, (short) 16, (short) 1);
            mac.sign(plain, (short) 17, (short) 23, out, (short) 0);
            assertThat(Arrays.copyOf(out, 16)).isEqualTo(AesVectors.bytes(example.macs()[2]));
        });
    }

    @Test
    void the_output_may_lie_over_the_input() throws GeneralSecurityException {
        inside(bench -> {
            Example example = AesVectors.EXAMPLES.getFirst();
            byte[] both = room();
            byte[] plain = AesVectors.message();
            javacard.framework.Util.arrayCopy(plain, (short) 0, both, (short) 8, (short) 64);
            Cipher cipher = Cipher.getInstance(ECB, false);
            cipher.init(key(example.key()), Cipher.MODE_ENCRYPT);
            cipher.doFinal(both, (short) 8, (short) 64, both, (short) 0);
            assertThat(Arrays.copyOf(both, 64)).isEqualTo(AesVectors.bytes(example.ecb()));
        });
    }

    @Test
    void a_mac_of_another_message_or_length_does_not_verify() throws GeneralSecurityException {
        inside(bench -> {
            Example example = AesVectors.EXAMPLES.getFirst();
            byte[] message = AesVectors.message();
            byte[] right = AesVectors.bytes(example.macs()[3]);
            Signature mac = Signature.getInstance(Signature.ALG_AES_CMAC_128, false);
            mac.init(key(example.key()), Signature.MODE_VERIFY);
            assertThat(mac.getLength()).isEqualTo((short) 16);
            assertThat(verifies(mac, message, right, 16)).isTrue();
            assertThat(verifies(mac, message, right, 8)).isFalse();
            right[15] ^= 1;
            assertThat(verifies(mac, message, right, 16)).isFalse();
        });
    }

    private static boolean verifies(Signature mac, byte[] message, byte[] made, int length) {
        short all = (short) message.length;
        return mac.verify(message, (short) 0, all, made, (short) 0, (short) length);
    }

    @Test
    void what_does_not_fit_is_refused_by_reason() throws GeneralSecurityException {
        inside(bench -> {
            byte[] block = new byte[16];
            AESKey key = key(block);
            Cipher cipher = Cipher.getInstance(CBC, false);
            Cipher plain = Cipher.getInstance(ECB, false);
            Signature mac = Signature.getInstance(Signature.ALG_AES_CMAC_128, false);
            byte[] out = room();
            refused(
                    CryptoException.INVALID_INIT,
                    () -> plain.doFinal(block, (short) 0, (short) 16, out, (short) 0));
            refused(CryptoException.ILLEGAL_VALUE, () -> cipher.init(key, (byte) 3));
            refused(
                    CryptoException.ILLEGAL_VALUE,
                    () -> plain.init(bench.publicKey(), Cipher.MODE_ENCRYPT));
            refused(
                    CryptoException.ILLEGAL_VALUE,
                    () -> mac.init(bench.publicKey(), Signature.MODE_VERIFY));
            refused(
                    CryptoException.ILLEGAL_VALUE,
                    () ->
                            Cipher.getInstance(Cipher.ALG_RSA_NOPAD, false)
                                    .init(key, Cipher.MODE_ENCRYPT));
            refused(
                    CryptoException.ILLEGAL_VALUE,
                    () -> cipher.init(key, Cipher.MODE_ENCRYPT, block, (short) 0, (short) 8));
            refused(
                    CryptoException.ILLEGAL_VALUE,
                    () -> plain.init(key, Cipher.MODE_ENCRYPT, block, (short) 0, (short) 16));
            refused(
                    CryptoException.NO_SUCH_ALGORITHM,
                    () -> KeyBuilder.buildKey(KeyBuilder.TYPE_AES, (short) 160, false));
            plain.init(key, Cipher.MODE_ENCRYPT);
            refused(
                    CryptoException.ILLEGAL_USE,
                    () -> plain.doFinal(block, (short) 0, (short) 15, out, (short) 0));
            assertThat(plain.doFinal(block, (short) 0, (short) 16, out, (short) 0))
                    .as("begins anew")
                    .isEqualTo((short) 16);
            mac.init(key, Signature.MODE_SIGN);
            refused(
                    CryptoException.ILLEGAL_USE,
                    () -> mac.signPreComputedHash(block, (short) 0, (short) 16, out, (short) 0));
            refused(
                    CryptoException.INVALID_INIT,
                    () -> mac.verify(block, (short) 0, (short) 16, block, (short) 0, (short) 16));
            mac.init(key, Signature.MODE_SIGN);
            key.clearKey();
            assertThat(key.isInitialized()).isFalse();
            refused(CryptoException.UNINITIALIZED_KEY, () -> key.getKey(out, (short) 0));
            refused(
                    CryptoException.UNINITIALIZED_KEY,
                    () -> mac.sign(block, (short) 0, (short) 16, out, (short) 0));
            refused(
                    CryptoException.UNINITIALIZED_KEY,
                    () -> plain.doFinal(block, (short) 0, (short) 16, out, (short) 0));
            refused(CryptoException.UNINITIALIZED_KEY, () -> plain.init(key, Cipher.MODE_ENCRYPT));
        });
    }

    private static void refused(
            short reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CryptoException.class,
                        thrown -> assertThat(thrown.getReason()).isEqualTo(reason));
    }

    @Test
    void a_key_tells_its_type_its_size_and_its_value() throws GeneralSecurityException {
        inside(bench -> {
            for (Example example : examples()) {
                AESKey key = key(KeyBuilder.TYPE_AES_TRANSIENT_RESET, example.key());
                byte[] out = room();
                assertThat(key.getType()).isEqualTo(KeyBuilder.TYPE_AES_TRANSIENT_RESET);
                assertThat(key.getSize()).isEqualTo((short) (8 * example.key().length));
                assertThat(key.getKey(out, (short) 1)).isEqualTo((byte) example.key().length);
                assertThat(Arrays.copyOfRange(out, 1, 1 + example.key().length))
                        .isEqualTo(example.key());
                assertThatThrownBy(() -> key.setKey(new byte[10], (short) 0))
                        .isInstanceOf(ArrayIndexOutOfBoundsException.class);
                assertThat(key.isInitialized()).isTrue();
            }
        });
    }
}
