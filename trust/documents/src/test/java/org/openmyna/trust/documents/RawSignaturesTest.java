package org.openmyna.trust.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.verifier.BareSignatureVerdict;
import org.openmyna.trust.verifier.ContentDigest;
import org.openmyna.trust.verifier.Forge;
import org.openmyna.trust.verifier.Mutations;
import org.openmyna.trust.verifier.World;

final class RawSignaturesTest {
    private static final byte[] CONTENT = Forge.utf8("転居届\n");
    private final World world = new World();
    private final RawVerifier verifier = RawVerifier.now(world.signatures());
    private final byte[] certificate = world.signature().der();
    private final byte[] login = world.login().der();

    private byte[] sign(ContentDigest digest, CardSigner signer) {
        return Forge.quietly(
                () -> RawSignatures.sign(new ByteArrayInputStream(CONTENT), digest, signer));
    }

    private BareSignatureVerdict verify(
            CaKind key, byte[] certificate, byte[] content, byte[] signature) {
        return Forge.quietly(() ->
                verifier.verify(key, certificate, new ByteArrayInputStream(content), signature));
    }

    private static String code(BareSignatureVerdict verdict) {
        return switch (verdict) {
            case BareSignatureVerdict.Accepted accepted -> "accepted " + accepted.digest();
            case BareSignatureVerdict.Refused refused -> refused.refusal().code();
        };
    }

    @Test
    void a_bare_signature_proves_whose_key_signed_what_and_tells_its_digest() {
        for (ContentDigest digest : ContentDigest.values()) {
            byte[] signature = sign(digest, Pens.of(world));
            assertThat(signature).hasSize(256);
            BareSignatureVerdict verdict =
                    verify(CaKind.SIGNATURE, certificate, CONTENT, signature);
            assertThat(code(verdict)).isEqualTo("accepted " + digest);
            assertThat(((BareSignatureVerdict.Accepted) verdict).fourItems().orElseThrow().name())
                    .isEqualTo("試験　一郎");
            assertThat(code(verify(CaKind.SIGNATURE, certificate, Forge.utf8("転出届\n"), signature)))
                    .isEqualTo("MYNA-VRF-201");
        }
    }

    @Test
    void the_two_keys_are_never_taken_for_each_other() {
        CardSigner loginPen = Pens.of(login, world.loginKeys.getPrivate());
        byte[] signature = sign(ContentDigest.SHA_256, loginPen);
        BareSignatureVerdict asLogin =
                verify(CaKind.USER_AUTHENTICATION, login, CONTENT, signature);
        assertThat(code(asLogin)).isEqualTo("accepted SHA_256");
        assertThat(((BareSignatureVerdict.Accepted) asLogin).fourItems()).isEmpty();
        assertThat(code(verify(CaKind.SIGNATURE, login, CONTENT, signature)))
                .isEqualTo("MYNA-VRF-108");
        byte[] declared = sign(ContentDigest.SHA_256, Pens.of(world));
        assertThat(code(verify(CaKind.USER_AUTHENTICATION, certificate, CONTENT, declared)))
                .isEqualTo("MYNA-VRF-107");
    }

    @Test
    void a_hash_that_is_not_wrapped_and_a_wrong_card_are_refused() {
        for (ContentDigest digest : ContentDigest.values()) {
            byte[] hash = digest.start().digest(CONTENT);
            byte[] bare = Forge.cardSigns(world.signatureKeys.getPrivate(), hash);
            assertThat(code(verify(CaKind.SIGNATURE, certificate, CONTENT, bare)))
                    .startsWith("MYNA-VRF-20");
        }
        CardSigner otherKey = Pens.of(certificate, world.loginKeys.getPrivate());
        assertThatThrownBy(() ->
                        RawSignatures.sign(
                                new ByteArrayInputStream(CONTENT), ContentDigest.SHA_256, otherKey))
                .isInstanceOf(CardSignatureWrong.class);
    }

    @Test
    void any_damage_to_a_signature_is_refused() {
        byte[] good = sign(ContentDigest.SHA_512, Pens.of(world));
        var chance = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = Mutations.of(good, chance);
            String code = code(verify(CaKind.SIGNATURE, certificate, CONTENT, bytes));
            if (java.util.Arrays.equals(bytes, good)) assertThat(code).startsWith("accepted");
            else assertThat(code).isEqualTo("MYNA-VRF-201");
        }
    }
}
