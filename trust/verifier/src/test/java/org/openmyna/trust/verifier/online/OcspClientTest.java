package org.openmyna.trust.verifier.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.HashAlgorithm;
import org.openmyna.trust.profile.OcspRequest;
import org.openmyna.trust.profile.OcspResponse;
import org.openmyna.trust.profile.OcspResponseWriter;
import org.openmyna.trust.profile.OcspStatus;
import org.openmyna.trust.verifier.OcspForge;
import org.openmyna.trust.verifier.World;

/** The OCSP client over real HTTP: what does not arrive whole and in time is no status. */
final class OcspClientTest {
    private static final Duration SHORT = Duration.ofMillis(700);

    private final World world = new World();

    private OcspSettings settings(URI responder, boolean nonce) {
        return new OcspSettings(
                Map.of(CaKind.USER_AUTHENTICATION, responder), SHORT, nonce, HashAlgorithm.SHA_1);
    }

    private String login(OcspSettings settings) {
        var client = new OcspClient(settings, new SecureRandom());
        return World.code(world.logIn(world.settings().status(client), world.login().der()));
    }

    private String loginAt(Site.Handler responder) {
        try (var site = new Site(responder)) {
            return login(settings(site.address("/"), true));
        }
    }

    @Test
    void a_responder_that_answers_lets_the_card_in() {
        Site.Handler responder =
                exchange -> {
                    assertThat(exchange.getRequestMethod()).isEqualTo("POST");
                    assertThat(exchange.getRequestHeaders().getFirst("Content-Type"))
                            .isEqualTo("application/ocsp-request");
                    var asked = OcspRequest.parse(exchange.getRequestBody().readAllBytes());
                    assertThat(asked.nonce().orElseThrow()).hasSize(32);
                    Site.answer(
                            exchange,
                            200,
                            OcspForge.of(world.loginAuthority)
                                    .nonce(asked.nonce().orElseThrow())
                                    .der(asked.certIds().getFirst()));
                };
        assertThat(loginAt(responder)).isEqualTo("accepted");
    }

    @Test
    void a_responder_without_nonces_serves_those_who_ask_without() {
        Site.Handler responder =
                exchange -> {
                    var asked = OcspRequest.parse(exchange.getRequestBody().readAllBytes());
                    Site.answer(
                            exchange,
                            200,
                            OcspForge.of(world.loginAuthority).der(asked.certIds().getFirst()));
                };
        try (var site = new Site(responder)) {
            assertThat(login(settings(site.address("/"), false))).isEqualTo("accepted");
            assertThat(login(settings(site.address("/"), true))).isEqualTo("MYNA-VRF-133");
        }
    }

    @Test
    void a_refusal_of_the_responder_is_told_apart() {
        for (OcspStatus status : new OcspStatus[] {OcspStatus.TRY_LATER, OcspStatus.UNAUTHORIZED})
            assertThat(
                            loginAt(exchange ->
                                    Site.answer(exchange, 200, OcspResponseWriter.error(status))))
                    .isEqualTo("MYNA-VRF-130");
    }

    @Test
    void errors_garbage_and_endless_answers_are_no_status() {
        assertThat(loginAt(exchange -> Site.answer(exchange, 500, new byte[0])))
                .isEqualTo("MYNA-VRF-129");
        assertThat(loginAt(exchange -> Site.answer(exchange, 200, "<html>".getBytes())))
                .isEqualTo("MYNA-VRF-129");
        assertThat(
                        loginAt(exchange ->
                                Site.answer(exchange, 200, new byte[OcspResponse.MAX_BYTES + 1])))
                .isEqualTo("MYNA-VRF-129");
        assertThat(
                        loginAt(exchange -> {
                            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
                            Site.answer(exchange, 302, new byte[0]);
                        }))
                .isEqualTo("MYNA-VRF-129");
    }

    @Test
    void a_responder_that_sleeps_or_drips_is_left_alone() {
        var asleep = new CountDownLatch(1);
        assertThat(loginAt(exchange -> asleep.await())).isEqualTo("MYNA-VRF-129");
        assertThat(
                        loginAt(exchange -> {
                            exchange.sendResponseHeaders(200, 0);
                            exchange.getResponseBody().write(0x30);
                            exchange.getResponseBody().flush();
                            asleep.await();
                        }))
                .isEqualTo("MYNA-VRF-129");
    }

    @Test
    void no_responder_is_no_status() {
        URI nobody;
        try (var site = new Site(exchange -> {})) {
            nobody = site.address("/");
        }
        assertThat(login(settings(nobody, true))).isEqualTo("MYNA-VRF-129");
        assertThat(login(OcspSettings.standard(Map.of(CaKind.SIGNATURE, nobody))))
                .isEqualTo("MYNA-VRF-128");
    }

    @Test
    void any_answer_is_a_verdict_with_a_code() {
        Random chance = new Random(7);
        Site.Handler responder =
                exchange -> {
                    var asked = OcspRequest.parse(exchange.getRequestBody().readAllBytes());
                    byte[] answer =
                            OcspForge.of(world.loginAuthority)
                                    .nonce(asked.nonce().orElseThrow())
                                    .der(asked.certIds().getFirst());
                    answer[chance.nextInt(answer.length)] ^= (byte) (1 + chance.nextInt(255));
                    Site.answer(exchange, 200, answer);
                };
        try (var site = new Site(responder)) {
            OcspSettings settings = settings(site.address("/"), true);
            for (int n = 0; n < 150; n++) assertThat(login(settings)).startsWith("MYNA-VRF-1");
        }
    }
}
