package org.openmyna.trust.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import org.junit.jupiter.api.Test;
import org.openmyna.trust.profile.CaKind;

/** Signatures under every digest, made by the platform's own Signature. */
final class BareSignatureTest {
    private static final byte[] CONTENT = Forge.utf8("転居届\n");
    private final World world = new World();
    private final SignatureVerifier verifier = world.signatures();

    private static byte[] platformSigns(KeyPair keys, ContentDigest digest)
            throws GeneralSecurityException {
        Signature signature =
                Signature.getInstance(digest.algorithm().replace("-", "") + "withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(CONTENT);
        return signature.sign();
    }

    private static String code(BareSignatureVerdict verdict) {
        return switch (verdict) {
            case BareSignatureVerdict.Accepted accepted -> "accepted";
            case BareSignatureVerdict.Refused refused -> refused.refusal().code();
        };
    }

    @Test
    void a_signature_counts_under_the_digest_that_was_signed_and_under_no_other()
            throws GeneralSecurityException {
        for (ContentDigest signed : ContentDigest.values()) {
            byte[] signature = platformSigns(world.signatureKeys, signed);
            for (ContentDigest asked : ContentDigest.values()) {
                var content = SignedContent.of(asked, CONTENT);
                byte[] certificate = world.signature().der();
                String expected = asked == signed ? "accepted" : "MYNA-VRF-201";
                assertThat(
                                code(
                                        verifier.verifyBare(
                                                CaKind.SIGNATURE,
                                                certificate,
                                                content,
                                                signature,
                                                Forge.NOW)))
                        .isEqualTo(expected);
                assertThat(
                                verifier.verify(certificate, content, signature)
                                        instanceof SignatureVerdict.Accepted)
                        .isEqualTo(asked == signed);
            }
        }
    }

    @Test
    void each_key_counts_only_where_it_is_asked_for() throws GeneralSecurityException {
        var content = SignedContent.of(CONTENT);
        byte[] signature = platformSigns(world.loginKeys, ContentDigest.SHA_256);
        byte[] login = world.login().der();
        assertThat(
                        code(
                                verifier.verifyBare(
                                        CaKind.USER_AUTHENTICATION,
                                        login,
                                        content,
                                        signature,
                                        Forge.NOW)))
                .isEqualTo("accepted");
        assertThat(
                        code(
                                verifier.verifyBare(
                                        CaKind.SIGNATURE, login, content, signature, Forge.NOW)))
                .isEqualTo("MYNA-VRF-108");
        assertThat(
                        code(
                                verifier.verifyBare(
                                        CaKind.USER_AUTHENTICATION,
                                        login,
                                        content,
                                        signature,
                                        Forge.NOW.plusSeconds(86_400))))
                .isEqualTo("MYNA-VRF-127");
    }

    @Test
    void a_digest_of_another_length_is_the_callers_mistake() {
        assertThatThrownBy(() -> SignedContent.ofDigest(ContentDigest.SHA_512, new byte[32]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64");
        assertThatThrownBy(() -> ContentDigest.SHA_384.digestInfo(new byte[64]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
