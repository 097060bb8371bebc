package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.NativeCrypto;

/** Content in one array and content that flows by are signed alike. */
final class ContentSignatureTest {
    private final byte[] content = content();

    private static byte[] content() {
        byte[] content = new byte[300_001];
        new Random(59).nextBytes(content);
        return content;
    }

    private InputStream stream() {
        return new ByteArrayInputStream(content);
    }

    /** DigestInfo of SHA-256 (RFC 8017 9.2), as a card gets it. */
    private static byte[] cardSigns(byte[] sha256) {
        byte[] head = HexFormat.of().parseHex("3031300D060960864801650304020105000420");
        byte[] digestInfo = Arrays.copyOf(head, head.length + sha256.length);
        System.arraycopy(sha256, 0, digestInfo, head.length, sha256.length);
        try {
            Signature raw = Signature.getInstance("NONEwithRSA");
            raw.initSign(Sham.caKey().getPrivate());
            raw.update(digestInfo);
            return raw.sign();
        } catch (GeneralSecurityException refused) {
            throw new AssertionError(refused);
        }
    }

    @Test
    void a_key_in_memory_a_card_and_somebody_who_reads_it_all_give_the_same_rsa_signature()
            throws IOException {
        var key = Sham.caKey().getPrivate();
        byte[] expected = ContentSignature.with(key, Optional.empty()).sign(content);
        ContentSignature readsAll = whole -> ContentSignature.with(key).sign(whole);
        for (ContentSignature signer :
                List.of(
                        ContentSignature.with(key),
                        ContentSignature.with(key, Optional.empty()),
                        readsAll,
                        ContentSignature.overDigest(ContentSignatureTest::cardSigns))) {
            assertThat(signer.sign(content)).isEqualTo(expected);
            assertThat(signer.sign(stream())).isEqualTo(expected);
        }
    }

    @Test
    void a_p256_key_signs_with_ecdsa_whichever_provider_holds_it() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        for (var provider : List.of(NativeCrypto.provider(), Optional.<Provider>empty())) {
            ContentSignature signer = ContentSignature.with(pair.getPrivate(), provider);
            for (byte[] signature : List.of(signer.sign(content), signer.sign(stream()))) {
                Signature check = Signature.getInstance("SHA256withECDSA");
                check.initVerify(pair.getPublic());
                check.update(content);
                assertThat(check.verify(signature)).isTrue();
            }
        }
    }

    @Test
    void a_key_that_cannot_sign_is_named_for_streams_too() throws Exception {
        var edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        assertThatExceptionOfType(ContentSignatureFailed.class)
                .isThrownBy(() -> ContentSignature.with(edwards).sign(stream()));
    }

    @Test
    void a_key_in_memory_is_not_printed() {
        assertThat(ContentSignature.with(Sham.caKey().getPrivate()))
                .hasToString("KeyInMemory[hidden]");
    }
}
