package org.openmyna.trust.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openmyna.trust.profile.BasicOcspResponse;
import org.openmyna.trust.profile.CertId;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.HashAlgorithm;
import org.openmyna.trust.profile.OcspRequest;
import org.openmyna.trust.profile.OcspResponse;
import org.openmyna.trust.profile.OcspResponseMalformed;
import org.openmyna.trust.profile.RevocationList;
import org.openmyna.trust.profile.RevocationListMalformed;

/** Damaged input ends in a named refusal, never in an exception and never in acceptance. */
final class HostileBytesTest {
    private static final int ROUNDS = 20_000;
    private final World world = new World();

    @Test
    void any_damage_to_a_signature_certificate_is_a_named_refusal() {
        byte[] good = world.signature().der();
        byte[] signature = Forge.cardSignsContent(world.signatureKeys.getPrivate(), World.CONTENT);
        SignedContent content = SignedContent.of(World.CONTENT);
        SignatureVerifier verifier = world.signatures();
        Random chance = new Random(1);
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = Mutations.of(good, chance);
            if (java.util.Arrays.equals(bytes, good)) continue;
            String code = World.code(verifier.verify(bytes, content, signature));
            seen.merge(code, 1, Integer::sum);
        }
        assertThat(seen).doesNotContainKey("accepted").hasSizeGreaterThan(8);
    }

    @Test
    void any_damage_to_a_login_certificate_is_a_named_refusal() {
        byte[] good = world.login().der();
        LoginVerifier verifier =
                world.settings()
                        .logins(World.ORIGIN, new InMemoryNonceStore(ROUNDS, world), world.random);
        Random chance = new Random(2);
        LoginChallenge challenge = verifier.issueChallenge(World.REQUEST);
        for (int i = 0; i < ROUNDS / 4; i++) {
            byte[] bytes = Mutations.of(good, chance);
            if (java.util.Arrays.equals(bytes, good)) continue;
            LoginChallenge next = verifier.issueChallenge(World.REQUEST);
            assertThat(World.code(verifier.verify(next, bytes, new byte[256])))
                    .startsWith("MYNA-VRF-");
        }
        assertThat(World.code(verifier.verify(challenge, good, world.answer(challenge))))
                .isEqualTo("accepted");
    }

    @Test
    void any_damage_to_a_revocation_list_is_a_named_refusal() {
        byte[] good =
                world.loginAuthority
                        .crl("Chiyoda-ku")
                        .revoked(5, "2026-11-01T00:00:00Z", 1)
                        .revoked(9, "2026-11-02T00:00:00Z", 4)
                        .der();
        byte[] certificate = world.login().der();
        Random chance = new Random(3);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = Mutations.of(good, chance);
            if (java.util.Arrays.equals(bytes, good)) continue;
            try {
                RevocationList list = RevocationList.parse(bytes);
                if (i % 10 == 0) {
                    VerifierBuilder verifier =
                            world.settings().status(w -> new StatusData.ByList(list));
                    assertThat(World.code(world.logIn(verifier, certificate)))
                            .isIn("MYNA-VRF-123", "MYNA-VRF-124");
                }
            } catch (RevocationListMalformed expected) {
                assertThat(expected.errorCode().code()).startsWith("MYNA-PRF-");
            }
        }
    }

    @Test
    void any_damage_to_an_answer_is_a_wrong_signature() {
        LoginVerifier verifier =
                world.settings()
                        .logins(World.ORIGIN, new InMemoryNonceStore(ROUNDS, world), world.random);
        byte[] certificate = world.login().der();
        Random chance = new Random(4);
        for (int i = 0; i < 200; i++) {
            LoginChallenge challenge = verifier.issueChallenge(World.REQUEST);
            byte[] good = world.answer(challenge);
            byte[] bytes = Mutations.of(good, chance);
            if (java.util.Arrays.equals(bytes, good)) continue;
            assertThat(World.code(verifier.verify(challenge, certificate, bytes)))
                    .isEqualTo("MYNA-VRF-201");
        }
    }

    @Test
    void any_damage_to_an_ocsp_answer_is_a_refusal() {
        var about =
                CertId.of(
                        HashAlgorithm.SHA_256,
                        world.loginAuthority.certificate(),
                        CertificateSerial.of(20_000_001));
        OcspRequest asked = OcspRequest.of(List.of(about));
        byte[] good = OcspForge.of(world.loginAuthority).der(about);
        byte[] certificate = world.login().der();
        Random chance = new Random(5);
        int read = 0;
        for (int i = 0; i < ROUNDS / 10; i++) {
            byte[] bytes = Mutations.of(good, chance);
            if (java.util.Arrays.equals(bytes, good)) continue;
            try {
                if (OcspResponse.parse(bytes) instanceof BasicOcspResponse answer) {
                    read++;
                    VerifierBuilder verifier =
                            world.settings().status(w -> new StatusData.ByAnswer(asked, answer));
                    assertThat(World.code(world.logIn(verifier, certificate)))
                            .startsWith("MYNA-VRF-13");
                }
            } catch (OcspResponseMalformed expected) {
                assertThat(expected.errorCode().code()).isEqualTo("MYNA-PRF-032");
            }
        }
        assertThat(read).isPositive();
    }
}
