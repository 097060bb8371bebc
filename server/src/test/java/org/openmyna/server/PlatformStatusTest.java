package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.server.RelyingParty.HOST;
import static org.openmyna.server.RelyingParty.PROTOCOL;
import static org.openmyna.server.RelyingParty.assertRefused;
import static org.openmyna.server.RelyingParty.code;
import static org.openmyna.server.RelyingParty.json;
import static org.openmyna.server.RelyingParty.parameters;
import static org.openmyna.server.RelyingParty.returnCode;
import static org.openmyna.server.RelyingParty.signed;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmyna.server.PageClient.Answer;
import org.openmyna.server.RelyingParty.Login;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.country.PlatformPart;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.platform.PlatformNeeds;
import org.openmyna.trust.authority.HolderId;
import org.openmyna.trust.authority.RequestId;
import org.openmyna.trust.authority.Reservation;
import org.openmyna.trust.authority.ocsp.OcspAccess;
import org.openmyna.trust.authority.ocsp.OcspCaller;
import org.openmyna.trust.authority.ocsp.Verifier;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertId;
import org.openmyna.trust.profile.HashAlgorithm;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.OcspRequest;
import org.openmyna.trust.profile.OcspResponse;
import org.openmyna.trust.profile.OcspStatus;
import org.openmyna.trust.verifier.StatusData;
import org.openmyna.trust.verifier.StatusSource;
import org.openmyna.trust.verifier.online.OcspClient;
import org.openmyna.trust.verifier.online.OcspSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.JsonNode;

/**
 * A login when what the platform needs of the world is not there, or not of today: status of
 * certificates, and legal time. In a country where registered verifiers alone are answered.
 */
class PlatformStatusTest {
    /** How far legal time is ahead; like the one of a test country it goes forward. */
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    /** What is between the platform and the responder. */
    private static final AtomicReference<UnaryOperator<StatusSource>> BETWEEN =
            new AtomicReference<>(UnaryOperator.identity());

    /** What is between the platform and the authority's desk. */
    private static final AtomicReference<UnaryOperator<CertificateService>> DESK =
            new AtomicReference<>(UnaryOperator.identity());

    private static TestCountry country;

    /** The platform as it is, with a line to the responder that can be cut and bent. */
    @Configuration(proxyBeanMethods = false)
    @Import(PlatformPart.class)
    static class BentLine {
        @Bean
        @Primary
        PlatformNeeds bent(@Qualifier("platformNeeds") PlatformNeeds straight) {
            return new PlatformNeeds(
                    straight.database(),
                    straight.folder(),
                    straight.address(),
                    () -> DESK.get().apply(straight.certificates().get()),
                    wanted -> BETWEEN.get().apply(straight.status()).find(wanted),
                    straight.cardAuthorities(),
                    straight.sandbox(),
                    straight.agent(),
                    straight.legalTime());
        }
    }

    private static Part bent(Part part) {
        return part.organisation() == Organisation.PLATFORM
                ? new Part(part.organisation(), part.connections(), BentLine.class)
                : part;
    }

    @BeforeAll
    static void start() {
        country =
                TestCountry.with(
                        Part.ALL.stream().map(PlatformStatusTest::bent).toList(),
                        settings ->
                                settings.with(OcspAccess.REGISTERED)
                                        .withLegalTime(() -> Instant.now().plus(AHEAD.get()))
                                        .withResidents(25));
    }

    @AfterAll
    static void end() {
        country.close();
    }

    private RelyingParty bank;

    @BeforeEach
    void a_bank_registers() {
        bank = RelyingParty.entered(country, "試験銀行", "https://bank.example.jp/callback");
    }

    @AfterEach
    void the_line_is_straight_again() {
        BETWEEN.set(UnaryOperator.identity());
        DESK.set(UnaryOperator.identity());
    }

    private static void goOn(Duration time) {
        AHEAD.updateAndGet(before -> before.plus(time));
    }

    /** The agent is told, and so is the citizen, with the check that failed and what to do. */
    private void assertExplained(
            Login login, Map<String, Object> answer, int status, String code, String check) {
        Answer refused = bank.answer(login, answer);
        assertRefused(refused, status, code);
        Answer page = bank.back(login, returnCode(refused));
        assertThat(page.heading()).isEqualTo("ログインできませんでした");
        assertThat(page.body()).contains(code, check, "サービスに戻る");
        assertThat(
                        parameters(
                                bank.browser.post(
                                        HOST,
                                        login.path() + "/cancel",
                                        Map.of(),
                                        login.cookieHeader())))
                .containsEntry("error", "access_denied");
    }

    private void assertExplained(
            JpkiCertificate certificate, int status, String code, String check) {
        Login login = bank.begin("openid");
        assertExplained(login, signed(bank.ask(login), certificate), status, code, check);
    }

    private void assertLogsIn(JpkiCertificate certificate) {
        assertThat(bank.loggedIn("openid", certificate).header("location").orElseThrow())
                .contains("code=");
    }

    // --- who may ask the authority

    @Test
    void the_platform_is_a_registered_verifier_and_is_answered() {
        JpkiCertificate certificate = country.issued();
        byte[] question =
                OcspRequest.of(
                                List.of(
                                        CertId.of(
                                                HashAlgorithm.SHA_1,
                                                country.authority().certificate(),
                                                certificate.serial())))
                        .der();
        byte[] answer =
                country.server
                        .authorities()
                        .ocsp()
                        .answer(question, new OcspCaller.Anonymous())
                        .der();
        assertThat(OcspResponse.parse(answer))
                .isEqualTo(new OcspResponse.Refused(OcspStatus.UNAUTHORIZED));
        assertThat(country.server.authorities().verifiers().list())
                .extracting(Verifier::id)
                .contains("platform");
        assertLogsIn(certificate);
    }

    @Test
    void a_platform_that_is_suspended_as_a_verifier_logs_nobody_in() {
        var register = country.server.authorities().verifiers();
        register.suspend("platform");
        try {
            assertExplained(country.issued(), 503, "MYNA-VRF-130", "STATUS_FOUND");
        } finally {
            register.resume("platform");
        }
        assertLogsIn(country.issued());
    }

    // --- status that is not there, or not of today

    @Test
    void a_responder_that_is_not_reached_is_explained() throws IOException {
        URI nobody;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/");
        }
        var cut =
                new OcspClient(
                        OcspSettings.standard(Map.of(CaKind.USER_AUTHENTICATION, nobody)),
                        new SecureRandom());
        BETWEEN.set(_ -> cut);
        assertExplained(country.issued(), 503, "MYNA-VRF-129", "STATUS_FOUND");
    }

    @Test
    void a_certificate_that_was_not_delivered_is_unknown() {
        JpkiCertificate made =
                country.authority()
                        .issue(
                                Reservation.onCard(
                                        new RequestId("test-" + UUID.randomUUID()),
                                        new HolderId("test-" + UUID.randomUUID()),
                                        TestCountry.himeji()),
                                TestCountry.application());
        assertExplained(made, 422, "MYNA-VRF-138", "NOT_REVOKED");
    }

    /** It was good once, and was revoked since: somebody keeps the answer back from before. */
    @Test
    void an_answer_of_yesterday_is_not_todays() {
        var kept = new AtomicReference<StatusData>();
        JpkiCertificate certificate = country.issued();
        BETWEEN.set(straight ->
                wanted -> {
                    kept.set(straight.find(wanted));
                    return kept.get();
                });
        assertLogsIn(certificate);
        BETWEEN.set(_ -> _ -> kept.get());
        assertLogsIn(certificate);
        goOn(Duration.ofHours(24));
        assertExplained(certificate, 503, "MYNA-VRF-135", "OCSP_ANSWER_FRESH");
    }

    @Test
    void an_answer_about_somebody_else_is_none() {
        JpkiCertificate other = country.issued();
        BETWEEN.set(straight ->
                wanted -> straight.find(new StatusSource.Wanted(other, wanted.issuer())));
        assertExplained(country.issued(), 503, "MYNA-VRF-134", "OCSP_ANSWER_FITS");
    }

    /** The card has signed, and nobody can say whose it is: no second answer would help. */
    @Test
    void a_desk_that_breaks_down_after_the_card_has_signed_ends_the_login_and_says_so() {
        JpkiCertificate certificate = country.issued();
        Login login = bank.begin("openid");
        Map<String, Object> answer = signed(bank.ask(login), certificate);
        DESK.set(_ -> {
            throw new IllegalStateException("a test's broken line");
        });
        Answer broken = bank.answer(login, answer);
        assertRefused(broken, 500, "MYNA-SRV-016");
        Answer page = bank.back(login, returnCode(broken));
        assertThat(page.heading()).isEqualTo("ログインできませんでした");
        assertThat(page.body()).contains("MYNA-SRV-016", "サービスに戻る");
        DESK.set(UnaryOperator.identity());
        assertRefused(
                bank.browser.post(
                        HOST, login.path() + "/way", Map.of("way", "here"), login.cookieHeader()),
                404,
                "MYNA-PLT-006");
        assertLogsIn(certificate);
    }

    // --- legal time

    /** Nobody types a PIN for an answer that comes too late. */
    @Test
    void who_reads_the_page_for_long_has_the_time_of_a_card_all_the_same() {
        JpkiCertificate certificate = country.issued();
        Login login = bank.begin("openid");
        goOn(Duration.ofMinutes(4).plusSeconds(50));
        String ask = bank.ask(login);
        goOn(Duration.ofSeconds(20));
        assertThat(bank.answer(login, signed(ask, certificate)).status()).isEqualTo(200);
    }

    @Test
    void an_answer_to_a_request_that_was_replaced_says_so_and_ends_nothing() {
        JpkiCertificate certificate = country.issued();
        Login login = bank.begin("openid");
        Map<String, Object> first = signed(bank.ask(login), certificate);
        goOn(Duration.ofMinutes(2));
        Map<String, Object> second = signed(bank.ask(login), certificate);
        Answer late = bank.answer(login, first);
        assertRefused(late, 422, "MYNA-PLT-017");
        assertThat(late.body()).doesNotContain("return_code");
        assertThat(code(bank.back(login, returnCode(bank.answer(login, second)))))
                .isNotEqualTo("null");
    }

    @Test
    void a_challenge_is_answered_within_five_minutes_of_legal_time() {
        JpkiCertificate certificate = country.issued();
        Login login = bank.begin("openid");
        String ask = bank.ask(login);
        goOn(Duration.ofMinutes(4));
        assertThat(bank.answer(login, signed(ask, certificate)).status()).isEqualTo(200);
        Login late = bank.begin("openid");
        String lateAsk = bank.ask(late);
        goOn(Duration.ofMinutes(5).plusSeconds(1));
        assertExplained(late, signed(lateAsk, certificate), 422, "MYNA-VRF-006", "CHALLENGE_FRESH");
    }

    @Test
    void a_clock_that_went_back_ends_a_login_and_says_so() {
        JpkiCertificate certificate = country.issued();
        Login login = bank.begin("openid");
        String ask = bank.ask(login);
        goOn(Duration.ofHours(-1));
        try {
            assertExplained(
                    login, signed(ask, certificate), 503, "MYNA-VRF-007", "CHALLENGE_FRESH");
        } finally {
            goOn(Duration.ofHours(1));
        }
        assertLogsIn(certificate);
    }

    /** The time machine of a test country: law and certificates go along, tokens do not. */
    @Test
    void a_year_later_begun_logins_are_over_and_new_ones_have_tokens_of_the_real_day()
            throws ParseException {
        JpkiCertificate certificate = country.issued();
        String subject = bank.subject(certificate);
        JsonNode before = json(bank.token(code(bank.loggedIn("openid", certificate))));
        Login begun = bank.begin("openid");
        String ask = bank.ask(begun);

        goOn(Duration.ofDays(365));

        assertExplained(begun, signed(ask, certificate), 422, "MYNA-VRF-006", "CHALLENGE_FRESH");
        // what was given out lives as long as it was said to
        assertThat(bank.userInfo(before.get("access_token").asString()).status()).isEqualTo(200);
        assertThat(bank.refresh(before.get("refresh_token").asString()).status()).isEqualTo(200);

        JsonNode tokens = json(bank.token(code(bank.loggedIn("openid", certificate))));
        Jwt idToken = asAStockClient(tokens.get("id_token").asString());
        Instant now = Instant.now();
        assertThat(idToken.getIssuedAt()).isBetween(now.minusSeconds(60), now);
        assertThat(idToken.getExpiresAt()).isBetween(now, now.plusSeconds(3600));
        assertThat(idToken.getClaimAsInstant("auth_time")).isBetween(now.minusSeconds(60), now);
        assertThat(idToken.getSubject()).isEqualTo(subject);
    }

    /** Spring's own decoder, which looks at the wall clock. */
    private Jwt asAStockClient(String idToken) throws ParseException {
        String keys = bank.browser.get(HOST, PROTOCOL + "/certs").body();
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(JWKSet.parse(keys)))
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(bank.issuer()));
        return decoder.decode(idToken);
    }
}
