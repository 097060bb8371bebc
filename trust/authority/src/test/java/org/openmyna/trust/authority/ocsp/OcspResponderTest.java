package org.openmyna.trust.authority.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.authority.answers.SmallAuthority;
import org.openmyna.trust.profile.BasicOcspResponse;
import org.openmyna.trust.profile.CertId;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.HashAlgorithm;
import org.openmyna.trust.profile.OcspCertStatus;
import org.openmyna.trust.profile.OcspRequest;
import org.openmyna.trust.profile.OcspResponse;
import org.openmyna.trust.profile.OcspSingleResponse;
import org.openmyna.trust.profile.OcspStatus;
import org.openmyna.trust.profile.RevocationReason;

final class OcspResponderTest {
    private static final OcspCertStatus GOOD = new OcspCertStatus.Good();
    private static final OcspCertStatus UNKNOWN = new OcspCertStatus.Unknown();

    @TempDir Path home;

    private Desk desk;

    @BeforeEach
    void open() throws SQLException {
        desk = Desk.presigned(home);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void only_what_was_delivered_is_good_and_what_nobody_knows_is_unknown() {
        CertificateSerial certified =
                desk.authority.certified(
                        desk.login, Desk.HIMEJI, Instant.parse("2031-06-07T14:59:59Z"));
        desk.follow();
        assertThat(desk.status(desk.login, certified)).isEqualTo(UNKNOWN);
        desk.authority.activate(certified);
        desk.follow();
        assertThat(desk.status(desk.login, certified)).isEqualTo(GOOD);
        assertThat(desk.status(desk.signature, certified)).isEqualTo(UNKNOWN);
        assertThat(desk.status(desk.login, CertificateSerial.of(4_711))).isEqualTo(UNKNOWN);
        assertThat(desk.ask(Desk.about(desk.login, CertificateSerial.of(4_711))).caching())
                .isEmpty();
    }

    @Test
    void a_revocation_is_told_at_once_though_an_answer_was_kept_and_a_lifted_hold_too() {
        CertificateSerial serial = desk.active(desk.login);
        assertThat(desk.status(desk.login, serial)).isEqualTo(GOOD);
        byte[] kept = desk.ask(Desk.about(desk.login, serial)).der();
        assertThat(desk.ask(Desk.about(desk.login, serial)).der()).isSameAs(kept);

        desk.authority.itIs("2026-11-23T02:00:00Z");
        desk.authority.revoke(serial, RevocationReason.CERTIFICATE_HOLD);
        desk.follow();
        assertThat(desk.status(desk.login, serial))
                .isEqualTo(
                        new OcspCertStatus.Revoked(
                                Instant.parse("2026-11-23T02:00:00Z"),
                                RevocationReason.CERTIFICATE_HOLD));
        desk.authority.lift(serial);
        desk.follow();
        assertThat(desk.status(desk.login, serial)).isEqualTo(GOOD);
    }

    @Test
    void an_answer_is_kept_for_its_period_and_says_how_long_caches_may_have_it() {
        CertificateSerial serial = desk.active(desk.login);
        OcspAnswer first = desk.ask(Desk.about(desk.login, serial));
        OcspAnswer.Caching caching = first.caching().orElseThrow();
        assertThat(caching.lastModified()).isEqualTo(SmallAuthority.START);
        assertThat(caching.expires()).isEqualTo(SmallAuthority.START.plusSeconds(900));
        assertThat(caching.etag()).matches("\"[0-9a-f]{64}\"");
        desk.authority.itIs(SmallAuthority.START.plusSeconds(599));
        assertThat(desk.ask(Desk.about(desk.login, serial))).isSameAs(first);
        assertThat(caching.maxAge(desk.authority.now())).isEqualTo(Duration.ofSeconds(301));
        desk.authority.itIs(SmallAuthority.START.plusSeconds(600));
        desk.follow();
        OcspAnswer second = desk.ask(Desk.about(desk.login, serial));
        assertThat(second).isNotSameAs(first);
        assertThat(second.caching().orElseThrow().lastModified())
                .isEqualTo(SmallAuthority.START.plusSeconds(600));
        var counts = desk.responder.metrics().counts();
        assertThat(counts.kept()).isEqualTo(1);
        assertThat(counts.signed()).isEqualTo(2);
        assertThat(counts.good()).isEqualTo(3);
        assertThat(counts.answers()).isEqualTo(3);
    }

    @Test
    void answers_may_be_signed_ahead() {
        CertificateSerial first = desk.active(desk.login);
        CertificateSerial second = desk.active(desk.login);
        List<CertificateSerial> likely = List.of(first, second, CertificateSerial.of(4_711));
        assertThat(desk.responder.prepare(desk.login, likely)).isEqualTo(2);
        assertThat(desk.responder.prepare(desk.login, likely)).isZero();
        assertThat(desk.status(desk.login, first)).isEqualTo(GOOD);
        assertThat(desk.status(desk.login, second)).isEqualTo(GOOD);
        assertThat(desk.responder.metrics().counts().kept()).isEqualTo(2);
        assertThat(desk.responder.metrics().counts().signed()).isZero();
    }

    @Test
    void a_nonce_comes_back_and_its_answer_is_made_for_it_alone() {
        CertificateSerial serial = desk.active(desk.login);
        byte[] nonce = "TEST 試験用 32 octets of chance".getBytes(StandardCharsets.UTF_8);
        OcspRequest request =
                OcspRequest.withNonce(nonce, List.of(Desk.certId(desk.login, serial)));
        desk.ask(Desk.about(desk.login, serial));
        OcspAnswer answer = desk.ask(request);
        assertThat(desk.sound(answer.der(), desk.login, request)).hasSize(1);
        assertThat(answer.caching()).isEmpty();
        BasicOcspResponse response = (BasicOcspResponse) OcspResponse.parse(answer.der());
        assertThat(response.nonce()).hasValueSatisfying(n -> assertThat(n).isEqualTo(nonce));
        assertThat(desk.ask(request)).isNotSameAs(answer);
    }

    @Test
    void several_certificates_are_answered_together_under_either_digest() {
        CertificateSerial good = desk.active(desk.login);
        CertificateSerial gone = desk.active(desk.login);
        desk.authority.revoke(gone, RevocationReason.SUPERSEDED);
        desk.follow();
        OcspRequest request =
                OcspRequest.of(
                        List.of(
                                CertId.of(HashAlgorithm.SHA_256, desk.login.certificate(), gone),
                                CertId.of(HashAlgorithm.SHA_1, desk.login.certificate(), good),
                                CertId.of(
                                        HashAlgorithm.SHA_256,
                                        desk.login.certificate(),
                                        CertificateSerial.of(4_711))));
        assertThat(desk.sound(desk.login, request))
                .extracting(OcspSingleResponse::status)
                .containsExactly(
                        new OcspCertStatus.Revoked(
                                SmallAuthority.START, RevocationReason.SUPERSEDED),
                        GOOD,
                        UNKNOWN);
        OcspRequest sha256 =
                OcspRequest.of(
                        List.of(CertId.of(HashAlgorithm.SHA_256, desk.login.certificate(), good)));
        assertThat(desk.sound(desk.login, sha256).getFirst().status()).isEqualTo(GOOD);
        assertThat(desk.ask(sha256)).isSameAs(desk.ask(sha256));
    }

    @Test
    void mixed_or_foreign_issuers_are_unauthorized() throws SQLException {
        CertificateSerial serial = desk.active(desk.login);
        OcspRequest mixed =
                OcspRequest.of(
                        List.of(
                                Desk.certId(desk.login, serial),
                                Desk.certId(desk.signature, serial)));
        assertThat(Desk.refusal(desk.ask(mixed))).isEqualTo(OcspStatus.UNAUTHORIZED);
        CertId foreign = CertId.of(HashAlgorithm.SHA_1, new byte[20], new byte[20], serial);
        for (List<CertId> ids :
                List.of(List.of(foreign), List.of(Desk.certId(desk.login, serial), foreign))) {
            assertThat(Desk.refusal(desk.ask(OcspRequest.of(ids))))
                    .isEqualTo(OcspStatus.UNAUTHORIZED);
        }
    }

    @Test
    void what_is_too_long_or_asks_too_much_is_malformed() {
        CertificateSerial serial = desk.active(desk.login);
        List<CertId> many = new ArrayList<>();
        for (int n = 1; n <= 33; n++) {
            many.add(Desk.certId(desk.login, CertificateSerial.of(n)));
        }
        assertThat(Desk.refusal(desk.ask(OcspRequest.of(many))))
                .isEqualTo(OcspStatus.MALFORMED_REQUEST);
        assertThat(desk.sound(desk.login, OcspRequest.of(many.subList(0, 32)))).hasSize(32);
        assertThat(Desk.refusal(desk.responder.answer(new byte[9_000], Desk.ANYBODY)))
                .isEqualTo(OcspStatus.MALFORMED_REQUEST);
        assertThat(Desk.refusal(desk.responder.answer(new byte[0], Desk.ANYBODY)))
                .isEqualTo(OcspStatus.MALFORMED_REQUEST);
        assertThat(desk.responder.metrics().counts().malformedRequest()).isEqualTo(3);
        assertThat(desk.status(desk.login, serial)).isEqualTo(GOOD);
    }

    @Test
    void a_get_reads_base_64_with_and_without_padding_escaped_or_not() {
        CertificateSerial serial = desk.active(desk.login);
        OcspRequest request = Desk.about(desk.login, serial);
        byte[] expected = desk.ask(request).der();
        String base64 = Base64.getEncoder().encodeToString(request.der());
        String escaped = URLEncoder.encode(base64, StandardCharsets.US_ASCII);
        String bare = Base64.getEncoder().withoutPadding().encodeToString(request.der());
        for (String path :
                List.of(base64, escaped, bare, "/" + base64, escaped.replace("%2B", "%2b"))) {
            assertThat(desk.responder.answerGet(path, Desk.ANYBODY).der()).isSameAs(expected);
        }
        String twice = URLEncoder.encode(escaped, StandardCharsets.US_ASCII);
        for (String path :
                List.of(
                        "",
                        "/",
                        "%",
                        "%4",
                        base64 + "!",
                        base64 + "%GG",
                        twice,
                        "試験用",
                        "M".repeat(60_000))) {
            assertThat(Desk.refusal(desk.responder.answerGet(path, Desk.ANYBODY)))
                    .isEqualTo(OcspStatus.MALFORMED_REQUEST);
        }
    }

    @Test
    void a_clock_that_steps_back_dates_no_answer_earlier() {
        CertificateSerial serial = desk.active(desk.login);
        BasicOcspResponse before = fresh(serial);
        desk.authority.itIs("2026-11-22T00:00:00Z");
        desk.follow();
        BasicOcspResponse after = fresh(serial);
        assertThat(after.producedAt()).isEqualTo(before.producedAt());
        assertThat(after.answers().getFirst().thisUpdate())
                .isEqualTo(before.answers().getFirst().thisUpdate());
    }

    private BasicOcspResponse fresh(CertificateSerial serial) {
        OcspRequest request =
                OcspRequest.withNonce(new byte[32], List.of(Desk.certId(desk.login, serial)));
        return (BasicOcspResponse) OcspResponse.parse(desk.ask(request).der());
    }

    @Test
    void what_is_kept_tells_since_when_expired_certificates_are_remembered() {
        CertificateSerial serial =
                desk.authority.active(
                        desk.login, Desk.HIMEJI, Instant.parse("2026-11-24T14:59:59Z"));
        desk.authority.revoke(serial, RevocationReason.KEY_COMPROMISE);
        desk.authority.itIs("2030-11-23T00:00:00Z");
        desk.follow();
        OcspSingleResponse answer =
                desk.sound(desk.login, Desk.about(desk.login, serial)).getFirst();
        assertThat(answer.status()).isInstanceOf(OcspCertStatus.Revoked.class);
        assertThat(answer.archiveCutoff()).contains(desk.login.certificate().notBefore());
    }

    @Test
    void stale_data_is_fetched_and_when_that_fails_the_answer_is_try_later() {
        CertificateSerial serial = desk.active(desk.login);
        desk.authority.itIs(SmallAuthority.START.plusSeconds(7_200));
        assertThat(desk.status(desk.login, serial)).isEqualTo(GOOD);
        desk.close();
        desk.authority.itIs(SmallAuthority.START.plusSeconds(7_200 + 901));
        assertThat(Desk.refusal(desk.ask(Desk.about(desk.login, serial))))
                .isEqualTo(OcspStatus.TRY_LATER);
    }

    @Test
    void a_generation_is_answered_for_to_its_last_second_and_not_beyond() {
        CertificateSerial serial = desk.active(desk.login);
        desk.authority.revoke(serial, RevocationReason.SUPERSEDED);
        Instant end = desk.login.certificate().notAfter();
        for (Instant late : List.of(end.minus(Duration.ofDays(10)), end)) {
            desk.authority.itIs(late);
            desk.follow();
            assertThat(desk.status(desk.login, serial)).isInstanceOf(OcspCertStatus.Revoked.class);
        }
        desk.authority.itIs(end.plusSeconds(1));
        assertThat(Desk.refusal(desk.ask(Desk.about(desk.login, serial))))
                .isEqualTo(OcspStatus.UNAUTHORIZED);
    }

    @Test
    void fresh_mode_keeps_nothing_and_gives_nothing_to_caches() throws Exception {
        try (var fresh =
                new Desk(
                        Files.createDirectory(home.resolve("fresh")),
                        OcspSettings.sandbox().with(OcspMode.FRESH))) {
            CertificateSerial serial = fresh.active(fresh.login);
            OcspAnswer first = fresh.ask(Desk.about(fresh.login, serial));
            assertThat(first.caching()).isEmpty();
            assertThat(fresh.ask(Desk.about(fresh.login, serial))).isNotSameAs(first);
        }
    }
}
