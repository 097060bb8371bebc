package org.openmyna.trust.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.Hierarchy;

/** The next generation (JPKI reference 1.5): algorithm and size are those of the generation. */
final class P384Test {
    private final World world = new World();
    private final Forge next = Forge.nextGeneration(CaKind.USER_AUTHENTICATION, Hierarchy.TEST);
    private final Forge nextSignature = Forge.nextGeneration(CaKind.SIGNATURE, Hierarchy.TEST);
    private final KeyPair card = Forge.p384("card");

    private VerifierBuilder both() {
        world.lists.add(next.crl("Chiyoda-ku").list());
        world.lists.add(nextSignature.crl("Chiyoda-ku").list());
        return world.settings().trust(next.certificate()).trust(nextSignature.certificate());
    }

    private String login(VerifierBuilder settings, byte[] certificate) {
        LoginVerifier verifier = world.logins(settings);
        LoginChallenge challenge = verifier.issueChallenge(World.REQUEST);
        byte[] answer = Forge.cardSignsDigest(card.getPrivate(), challenge.sha384());
        return World.code(verifier.verify(challenge, certificate, answer));
    }

    @Test
    void a_card_of_the_next_generation_logs_in_beside_those_of_today() {
        assertThat(login(both(), next.leaf(card.getPublic()).der())).isEqualTo("accepted");
        assertThat(World.code(world.logIn(both(), world.login().der()))).isEqualTo("accepted");
    }

    @Test
    void it_is_nothing_where_its_generation_is_not_trusted() {
        assertThat(login(world.settings(), next.leaf(card.getPublic()).der()))
                .isEqualTo("MYNA-VRF-110");
    }

    @Test
    void a_key_of_the_other_generation_is_refused() {
        byte[] curveUnderRsa = world.loginAuthority.leaf(card.getPublic()).der();
        assertThat(login(both(), curveUnderRsa)).isEqualTo("MYNA-VRF-109");
        byte[] rsaUnderCurve = next.leaf(world.loginKeys.getPublic()).der();
        assertThat(World.code(world.logIn(both(), rsaUnderCurve))).isEqualTo("MYNA-VRF-109");
    }

    @Test
    void no_other_curve_and_no_other_hash_will_do() {
        byte[] p256 = next.leaf(Forge.ec("small", "secp256r1").getPublic()).der();
        assertThat(login(both(), p256)).isEqualTo("MYNA-VRF-109");
        byte[] sha256 = next.leaf(card.getPublic()).algorithm("SHA256withECDSA").der();
        assertThat(login(both(), sha256)).isEqualTo("MYNA-VRF-117");
    }

    @Test
    void a_document_counts_under_sha_384_alone() {
        SignatureVerifier verifier = both().signatures();
        byte[] certificate = nextSignature.leaf(card.getPublic()).der();
        for (ContentDigest digest : ContentDigest.values()) {
            SignedContent content = SignedContent.of(digest, World.CONTENT);
            byte[] signature = Forge.cardSignsDigest(card.getPrivate(), content.digest());
            assertThat(World.code(verifier.verify(certificate, content, signature)))
                    .isEqualTo(digest == ContentDigest.SHA_384 ? "accepted" : "MYNA-VRF-117");
        }
    }

    @Test
    void a_damaged_or_foreign_signature_is_wrong() {
        SignatureVerifier verifier = both().signatures();
        byte[] certificate = nextSignature.leaf(card.getPublic()).der();
        SignedContent content = SignedContent.of(ContentDigest.SHA_384, World.CONTENT);
        byte[] good = Forge.cardSignsDigest(card.getPrivate(), content.digest());
        byte[] foreign = Forge.cardSignsDigest(Forge.p384("other").getPrivate(), content.digest());
        byte[] zeros = {0x30, 6, 2, 1, 0, 2, 1, 0};
        for (byte[] wrong : new byte[][] {foreign, zeros, {}, new byte[96]})
            assertThat(World.code(verifier.verify(certificate, content, wrong)))
                    .isEqualTo("MYNA-VRF-201");
        for (int n = 0; n < good.length; n++) {
            byte[] damaged = good.clone();
            damaged[n] ^= 1;
            assertThat(World.code(verifier.verify(certificate, content, damaged)))
                    .isEqualTo("MYNA-VRF-201");
        }
    }

    @Test
    void its_lists_and_responders_serve() {
        world.lists.add(
                next.crl("Chiyoda-ku")
                        .number(9)
                        .revoked(20_000_001, "2026-11-01T00:00:00Z", 3)
                        .list());
        VerifierBuilder settings = world.settings().trust(next.certificate());
        assertThat(login(settings, next.leaf(card.getPublic()).der())).isEqualTo("MYNA-VRF-104");
    }
}
