package org.openmyna.card.javacard;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.HexFormat;
import java.util.Optional;
import javacard.security.CryptoException;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmyna.card.javacard.Specimen.Card;
import org.openmyna.card.javacard.specimen.PurseApplet;

/** What the card signs is checked with the JDK. */
class CryptoTest {
    private static final String VERIFY = "801000000431323334";
    private final Card card = Specimen.card();

    private PublicKey freshKey() throws GeneralSecurityException {
        assertThat(card.send(PurseApplet.GENERATE)).isEqualTo("9000");
        assertThat(card.send(VERIFY)).isEqualTo("9000");
        return publicKey(data(card.send("8048000000")));
    }

    private static PublicKey publicKey(byte[] modulus) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePublic(
                        new RSAPublicKeySpec(
                                new BigInteger(1, modulus), BigInteger.valueOf(65537)));
    }

    private static byte[] data(String answer) {
        assertThat(answer).endsWith("9000");
        return HexFormat.of().parseHex(answer.substring(0, answer.length() - 4));
    }

    private byte[] sign(byte ins, byte[] input) {
        return data(
                card.send(
                        "80%02X0000%02X%s00"
                                .formatted(ins, input.length, HexFormat.of().formatHex(input))));
    }

    @Test
    void a_padded_signature_opens_with_the_public_key() throws GeneralSecurityException {
        PublicKey key = freshKey();
        byte[] signature = sign(PurseApplet.SIGN_PADDED, "any bytes".getBytes(US_ASCII));
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.DECRYPT_MODE, key);
        assertThat(cipher.doFinal(signature)).isEqualTo("any bytes".getBytes(US_ASCII));
    }

    @Test
    void a_signed_message_verifies() throws GeneralSecurityException {
        PublicKey key = freshKey();
        byte[] message = "a message of some length".getBytes(US_ASCII);
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(key);
        verifier.update(message);
        assertThat(verifier.verify(sign(PurseApplet.SIGN_MESSAGE, message))).isTrue();
    }

    @Test
    void the_raw_operation_takes_a_whole_block_below_the_modulus() throws GeneralSecurityException {
        PublicKey key = freshKey();
        byte[] block = new byte[256];
        block[255] = 5;
        String raw = "80440000000100" + HexFormat.of().formatHex(block) + "0000";
        Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key);
        assertThat(cipher.doFinal(data(card.send(raw)))).isEqualTo(block);
        assertThat(card.send("80440000000100" + "FF".repeat(256) + "0000"))
                .as("above the modulus")
                .isEqualTo("6F00");
        assertThat(card.send("804400000411223344")).as("not a block").isEqualTo("6F00");
    }

    @Test
    void a_key_that_was_never_made_signs_nothing() {
        assertThat(card.send(VERIFY)).isEqualTo("9000");
        assertThat(card.send("804200000411223344")).isEqualTo("6F00");
    }

    @Test
    void a_new_pair_replaces_the_old_one_at_once_and_after_power_on()
            throws GeneralSecurityException {
        PublicKey first = freshKey();
        byte[] signed = sign(PurseApplet.SIGN_PADDED, new byte[] {1});
        PublicKey second = freshKey();
        assertThat(second).isNotEqualTo(first);
        byte[] signedAnew = sign(PurseApplet.SIGN_PADDED, new byte[] {1});
        assertThat(signedAnew).isNotEqualTo(signed);
        Card again = card.again();
        again.send(VERIFY);
        assertThat(data(again.send("80420000010100"))).isEqualTo(signedAnew);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA-1", "SHA-256", "SHA-384", "SHA-512"})
    void signatures_of_each_hash_and_both_paddings_agree_with_the_jdk(String hash)
            throws GeneralSecurityException {
        Workbench.inside(
                card,
                api -> {
                    for (boolean pss : new boolean[] {false, true}) {
                        byte[] message = "message".getBytes(US_ASCII);
                        byte[] signature = api.sign(hash, pss, message);
                        Signature verifier = Workbench.jdkVerifier(hash, pss);
                        verifier.initVerify(publicKey(api.modulus()));
                        verifier.update(message);
                        assertThat(verifier.verify(signature))
                                .as("JDK verifies " + hash + " " + pss)
                                .isTrue();
                        assertThat(api.verify(hash, pss, message, signature)).isTrue();
                        assertThat(api.verify(hash, pss, "massage".getBytes(US_ASCII), signature))
                                .isFalse();
                        signature[100] ^= 1;
                        assertThat(api.verify(hash, pss, message, signature)).isFalse();
                        byte[] digest =
                                java.security.MessageDigest.getInstance(hash).digest(message);
                        assertThat(api.verify(hash, false, message, api.signHash(hash, digest)))
                                .isTrue();
                        assertThat(api.digest(hash, message)).isEqualTo(digest);
                    }
                });
    }

    @Test
    void what_was_encrypted_under_the_public_key_decrypts_under_the_private_one()
            throws GeneralSecurityException {
        Workbench.inside(
                card,
                api -> {
                    byte[] secret = api.encrypt("secret".getBytes(US_ASCII));
                    assertThat(api.decrypt(secret)).isEqualTo("secret".getBytes(US_ASCII));
                    secret[9] ^= 1;
                    assertThatThrownBy(() -> api.decrypt(secret))
                            .isInstanceOf(CryptoException.class);
                });
    }

    @Test
    void keys_whose_numbers_were_set_by_the_applet_work_too() throws GeneralSecurityException {
        Workbench.inside(
                card,
                api ->
                        assertThat(api.signWithCopiedNumbers(new byte[] {1, 2}))
                                .isEqualTo(api.signPadded(new byte[] {1, 2})));
    }

    @Test
    void unknown_algorithms_and_modes_are_refused_by_reason() throws GeneralSecurityException {
        Workbench.inside(
                card,
                api -> {
                    assertReason(
                            () -> javacardx.crypto.Cipher.getInstance((byte) 99, false),
                            CryptoException.NO_SUCH_ALGORITHM);
                    assertReason(
                            () -> javacard.security.Signature.getInstance((byte) 1, false),
                            CryptoException.NO_SUCH_ALGORITHM);
                    assertReason(
                            () ->
                                    javacard.security.KeyBuilder.buildKey(
                                            (byte) 4, (short) 2000, false),
                            CryptoException.NO_SUCH_ALGORITHM);
                    assertReason(
                            () -> javacard.security.MessageDigest.getInstance((byte) 77, false),
                            CryptoException.NO_SUCH_ALGORITHM);
                });
    }

    private static void assertReason(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, short reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CryptoException.class,
                        thrown -> assertThat(thrown.getReason()).isEqualTo(reason));
    }

    @Test
    void an_accelerator_and_the_jdk_make_the_same_signature() throws ReflectiveOperationException {
        Provider accelerator =
                (Provider)
                        Class.forName(
                                        "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider")
                                .getField("INSTANCE")
                                .get(null);
        assumeTrue(
                accelerator.getService("Cipher", "RSA/ECB/NoPadding") != null,
                "the binary of the accelerator does not fit this machine");
        card.send(PurseApplet.GENERATE);
        card.send(VERIFY);
        String signed = card.send("804200000455667788");
        Card fast = card.again(Optional.of(accelerator));
        fast.send(VERIFY);
        assertThat(fast.send("804200000455667788")).isEqualTo(signed);
        assertThat(fast.send("80440000000100" + "FF".repeat(256) + "0000")).isEqualTo("6F00");
    }

    @Test
    void a_glitch_turns_one_bit_of_the_next_private_operation_and_no_later_one()
            throws GeneralSecurityException {
        PublicKey key = freshKey();
        String signed = card.send("804200000455667788");
        card.runtime().glitch();
        assertThat(card.send("8010000004" + "31323334"))
                .as("no private key is used")
                .isEqualTo("9000");
        String glitched = card.send("804200000455667788");
        assertThat(
                        new BigInteger(1, data(signed))
                                .xor(new BigInteger(1, data(glitched)))
                                .bitCount())
                .isEqualTo(1);
        assertThat(new BigInteger(1, data(glitched))).isLessThan(((RSAPublicKey) key).getModulus());
        assertThat(card.send("804200000455667788")).as("once").isEqualTo(signed);
    }

    @Test
    void a_glitch_reaches_signatures_and_ciphers_and_spares_the_public_key()
            throws GeneralSecurityException {
        Workbench.inside(
                card,
                api -> {
                    byte[] message = {1, 2, 3};
                    byte[] right = api.sign("SHA-256", false, message);
                    card.runtime().glitch();
                    assertThat(api.verify("SHA-256", false, message, right)).isTrue();
                    byte[] wrong = api.sign("SHA-256", false, message);
                    assertThat(api.verify("SHA-256", false, message, wrong)).isFalse();
                    card.runtime().glitch();
                    byte[] secret = api.encrypt(message);
                    assertThat(api.decryptOrNothing(secret)).isNotEqualTo(message);
                    assertThat(api.decrypt(secret)).isEqualTo(message);
                });
    }
}
