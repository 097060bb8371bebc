package org.openmyna.trust.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertId;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.HashAlgorithm;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.OcspRequest;

/** Status by OCSP: what an answer must be before a card is let in. */
final class AnswerTest {
    private static final byte[] NONCE = "0123456789abcdef0123456789abcdef".getBytes();

    private final World world = new World();

    /** A responder that answers like this, whatever it is asked. */
    private static StatusSource answering(UnaryOperator<OcspForge> change, Forge issuer) {
        return wanted -> {
            CertId about =
                    CertId.of(
                            HashAlgorithm.SHA_256, wanted.issuer(), wanted.certificate().serial());
            OcspForge forge = change.apply(OcspForge.of(issuer).nonce(NONCE));
            return new StatusData.ByAnswer(
                    OcspRequest.withNonce(NONCE, List.of(about)), forge.about(about));
        };
    }

    private String login(UnaryOperator<OcspForge> change) {
        return World.code(verdict(answering(change, world.loginAuthority)));
    }

    private LoginVerdict verdict(StatusSource source) {
        return world.logIn(world.settings().status(source), world.login().der());
    }

    @Test
    void a_good_answer_lets_the_card_in_and_leaves_its_dates() {
        LoginVerdict verdict = verdict(answering(forge -> forge, world.loginAuthority));
        assertThat(World.code(verdict)).isEqualTo("accepted");
        assertThat(verdict.evidence().stream().map(Evidence::check).toList())
                .endsWith(
                        VerifierCheck.STATUS_FOUND,
                        VerifierCheck.OCSP_RESPONDER,
                        VerifierCheck.OCSP_ANSWER_FITS,
                        VerifierCheck.OCSP_ANSWER_FRESH,
                        VerifierCheck.NOT_REVOKED);
        assertThat(verdict.evidence().getLast().data())
                .containsEntry("dataOf", "2026-11-24T02:50:00Z");
    }

    @Test
    void revoked_held_and_unknown_are_not_good() {
        assertThat(login(f -> f.saying(OcspForge.revoked("2026-11-01T00:00:00Z", 3))))
                .isEqualTo("MYNA-VRF-104");
        assertThat(login(f -> f.saying(OcspForge.revoked("2026-11-01T00:00:00Z", 6))))
                .isEqualTo("MYNA-VRF-104");
        assertThat(login(f -> f.saying(OcspForge.UNKNOWN))).isEqualTo("MYNA-VRF-138");
    }

    @Test
    void an_old_answer_is_not_good() {
        Instant now = Forge.NOW;
        assertThat(
                        login(f ->
                                f.dated(
                                        now.minus(Duration.ofMinutes(31)),
                                        now.plus(Duration.ofDays(1)))))
                .isEqualTo("MYNA-VRF-135");
        assertThat(
                        login(f ->
                                f.dated(
                                        now.minus(Duration.ofMinutes(20)),
                                        now.minus(Duration.ofMinutes(1)))))
                .isEqualTo("MYNA-VRF-135");
        assertThat(
                        login(f ->
                                f.made(now.minus(Duration.ofDays(2)))
                                        .dated(
                                                now.minus(Duration.ofDays(2)),
                                                now.minus(Duration.ofDays(1)))))
                .isEqualTo("MYNA-VRF-135");
        assertThat(login(OcspForge::open)).isEqualTo("accepted");
    }

    @Test
    void an_answer_of_the_future_is_not_good() {
        Instant later = Forge.NOW.plus(Duration.ofMinutes(5));
        assertThat(login(f -> f.made(later))).isEqualTo("MYNA-VRF-136");
        assertThat(login(f -> f.dated(later, later.plus(Duration.ofMinutes(15)))))
                .isEqualTo("MYNA-VRF-136");
    }

    @Test
    void only_a_responder_of_the_generation_is_believed() {
        Forge second = Forge.authority(CaKind.USER_AUTHENTICATION, Hierarchy.TEST, "two");
        assertThat(login(f -> f.certifiedBy(second))).isEqualTo("MYNA-VRF-131");
        assertThat(login(OcspForge::withoutNocheck)).isEqualTo("MYNA-VRF-131");
        assertThat(login(f -> f.for_(KeyPurposeId.id_kp_clientAuth))).isEqualTo("MYNA-VRF-131");
        assertThat(login(OcspForge::withoutCertificate)).isEqualTo("MYNA-VRF-131");
        Instant now = Forge.NOW;
        assertThat(
                        login(f ->
                                f.responderValid(
                                        now.minus(Duration.ofDays(20)),
                                        now.minus(Duration.ofDays(1)))))
                .isEqualTo("MYNA-VRF-131");
        assertThat(
                        login(f ->
                                f.responderValid(
                                        now.minus(Duration.ofDays(50)),
                                        now.plus(Duration.ofDays(50)))))
                .isEqualTo("MYNA-VRF-131");
        assertThat(World.code(verdict(answering(f -> f, world.signatureAuthority))))
                .isEqualTo("MYNA-VRF-131");
    }

    @Test
    void an_answer_signed_by_another_key_is_not_believed() {
        assertThat(login(f -> f.signedBy(Forge.keys("stranger", 2048).getPrivate())))
                .isEqualTo("MYNA-VRF-132");
    }

    @Test
    void an_answer_to_another_question_is_not_believed() {
        assertThat(login(f -> f.nonce("another nonce of thirty-two byte".getBytes())))
                .isEqualTo("MYNA-VRF-133");
    }

    @Test
    void an_answer_about_another_certificate_or_issuer_is_not_believed() {
        Forge second = Forge.authority(CaKind.USER_AUTHENTICATION, Hierarchy.TEST, "two");
        CertificateSerial other = CertificateSerial.of(1);
        StatusSource answersAnother =
                wanted -> {
                    CertId mine =
                            CertId.of(
                                    HashAlgorithm.SHA_256,
                                    wanted.issuer(),
                                    wanted.certificate().serial());
                    CertId others = CertId.of(HashAlgorithm.SHA_256, wanted.issuer(), other);
                    return new StatusData.ByAnswer(
                            OcspRequest.of(List.of(mine)),
                            OcspForge.of(world.loginAuthority).about(others));
                };
        StatusSource asksAnother =
                wanted -> {
                    CertId others = CertId.of(HashAlgorithm.SHA_256, wanted.issuer(), other);
                    return new StatusData.ByAnswer(
                            OcspRequest.of(List.of(others)),
                            OcspForge.of(world.loginAuthority).about(others));
                };
        StatusSource asksAnotherIssuer =
                wanted -> {
                    CertId others =
                            CertId.of(
                                    HashAlgorithm.SHA_256,
                                    second.certificate(),
                                    wanted.certificate().serial());
                    return new StatusData.ByAnswer(
                            OcspRequest.of(List.of(others)),
                            OcspForge.of(world.loginAuthority).about(others));
                };
        for (StatusSource source : List.of(answersAnother, asksAnother, asksAnotherIssuer))
            assertThat(World.code(verdict(source))).isEqualTo("MYNA-VRF-134");
    }

    @Test
    void a_revocation_after_the_signing_time_leaves_the_signature_good() {
        Instant signed = Forge.NOW.minus(Duration.ofDays(30));
        StatusSource source =
                answering(
                        f -> f.saying(OcspForge.revoked("2026-11-01T00:00:00Z", 3)),
                        world.signatureAuthority);
        SignatureVerifier verifier = world.settings().status(source).signatures();
        byte[] signature = Forge.cardSignsContent(world.signatureKeys.getPrivate(), World.CONTENT);
        byte[] certificate = world.signature().der();
        SignedContent content = SignedContent.of(World.CONTENT);
        assertThat(World.code(verifier.verify(certificate, content, signature, signed)))
                .isEqualTo("accepted");
        assertThat(World.code(verifier.verify(certificate, content, signature)))
                .isEqualTo("MYNA-VRF-104");
        StatusSource lost =
                answering(
                        f -> f.saying(OcspForge.revoked("2026-11-01T00:00:00Z", 2)),
                        world.signatureAuthority);
        assertThat(
                        World.code(
                                world.settings()
                                        .status(lost)
                                        .signatures()
                                        .verify(certificate, content, signature, signed)))
                .isEqualTo("MYNA-VRF-104");
    }

    @Test
    void after_its_expiry_a_certificate_is_known_only_to_who_says_so() {
        byte[] expired =
                world.signature().valid("2021-04-01T01:02:03Z", "2026-04-01T14:59:59Z").der();
        byte[] signature = Forge.cardSignsContent(world.signatureKeys.getPrivate(), World.CONTENT);
        Instant signed = Instant.parse("2026-03-01T00:00:00Z");
        Map<UnaryOperator<OcspForge>, String> cases =
                Map.of(
                        f -> f, "MYNA-VRF-137",
                        f -> f.rememberingSince(Instant.parse("2016-01-01T00:00:00Z")), "accepted",
                        f -> f.rememberingSince(Instant.parse("2026-05-01T00:00:00Z")),
                                "MYNA-VRF-137");
        cases.forEach((change, code) ->
                assertThat(
                                World.code(
                                        world.settings()
                                                .status(answering(change, world.signatureAuthority))
                                                .signatures()
                                                .verify(
                                                        expired,
                                                        SignedContent.of(World.CONTENT),
                                                        signature,
                                                        signed)))
                        .isEqualTo(code));
    }

    @Test
    void a_list_serves_where_the_responder_is_silent_and_never_against_its_word() {
        StatusSource silent =
                wanted ->
                        new StatusData.Missing(
                                VerifierError.RESPONDER_UNREACHABLE,
                                Map.of("address", "http://ocsp.localhost", "what", "silence"));
        assertThat(World.code(verdict(silent))).isEqualTo("MYNA-VRF-129");
        assertThat(World.code(verdict(silent.orElse(world.lists)))).isEqualTo("accepted");
        StatusSource revoked =
                answering(
                        f -> f.saying(OcspForge.revoked("2026-11-01T00:00:00Z", 3)),
                        world.loginAuthority);
        assertThat(World.code(verdict(revoked.orElse(world.lists)))).isEqualTo("MYNA-VRF-104");
    }
}
