package org.openmyna.trust.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoginChallengeTest {
    private static final String NONCE = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
    private static final Instant ISSUED = Instant.parse("2026-11-23T04:05:06Z");
    private final World world = new World();

    private static LoginChallenge challenge() {
        return new LoginChallenge(
                World.ORIGIN,
                "demo-bank",
                World.REQUEST.redirectAddress(),
                "口座へのログイン",
                NONCE,
                ISSUED);
    }

    @Test
    void its_bytes_are_seven_lines_and_the_card_signs_their_digest_info() {
        assertThat(new String(challenge().bytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        OpenMyna card login 1
                        platform: https://platform.localhost:8080
                        client: demo-bank
                        redirect: https://bank.localhost:8080/callback
                        purpose: 口座へのログイン
                        nonce: AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8
                        issued: 2026-11-23T04:05:06Z
                        """);
        String digestInfo = HexFormat.of().formatHex(challenge().digestInfo());
        assertThat(digestInfo)
                .hasSize(2 * 51)
                .startsWith("3031300d060960864801650304020105000420")
                .endsWith(challenge().id());
    }

    @Test
    void its_bytes_read_back_and_no_other_spelling_does() {
        LoginChallenge challenge = challenge();
        assertThat(LoginChallenge.parse(challenge.bytes())).isEqualTo(challenge);
        String text = new String(challenge.bytes(), StandardCharsets.UTF_8);
        for (String other :
                List.of(
                        text.replace("\n", "\r\n"),
                        text + "\n",
                        text.stripTrailing(),
                        " " + text,
                        text.replace("client: ", "client:"),
                        text.replace("card login 1", "card login 2"),
                        text.replace("Z\n", "+00:00\n"),
                        text.replace("06Z", "06.000Z"),
                        text.replace(NONCE, NONCE + "="),
                        text.replace("platform.localhost", "Platform.localhost"),
                        text.replace("client: demo-bank\n", "")))
            assertThatThrownBy(() -> LoginChallenge.parse(Forge.utf8(other)))
                    .isInstanceOf(LoginChallengeMalformed.class);
        assertThatThrownBy(() -> LoginChallenge.parse(new byte[] {(byte) 0xFF}))
                .isInstanceOf(LoginChallengeMalformed.class);
        assertThatThrownBy(() -> LoginChallenge.parse(new byte[5000]))
                .isInstanceOf(LoginChallengeMalformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nredirect: https://evil.example",
                "a\u2028b",
                "",
                " a",
                "a ",
                "a\u202Eb",
                "\uD800",
                "\u0000",
                "a\u0085b",
                "a\u200Bb"
            })
    void a_purpose_that_could_mislead_the_reader_is_refused(String purpose) {
        assertThatThrownBy(() -> new LoginRequest("c", URI.create("https://a.example/"), purpose))
                .isInstanceOf(LoginChallengeMalformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bank.example/cb",
                "javascript:alert(1)",
                "data:text/html,x",
                "/relative",
                "https://a.example/#f",
                "https://user@a.example/",
                "mailto:a@b",
                "https:opaque",
                "file:///etc/passwd"
            })
    void an_address_to_which_an_answer_must_not_go_is_refused(String address) {
        assertThatThrownBy(() -> new LoginRequest("c", URI.create(address), "p"))
                .isInstanceOf(LoginChallengeMalformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/cb?x=1",
                "http://bank.localhost:8080/cb",
                "http://127.0.0.1:9/cb",
                "http://[::1]:9/cb",
                "com.example.app:/cb"
            })
    void usual_addresses_are_taken(String address) {
        assertThat(new LoginRequest("c", URI.create(address), "p").redirectAddress())
                .isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/",
                "https://A.example",
                "https://a.example:443",
                "http://a.example",
                "a.example",
                "https://a.example?x",
                "https://u@a.example",
                "http://a.localhost:80",
                "ftp://a.example",
                ""
            })
    void only_a_canonical_origin_is_a_platform(String origin) {
        assertThatThrownBy(() ->
                        world.settings()
                                .logins(origin, new InMemoryNonceStore(1, world), world.random))
                .isInstanceOf(LoginChallengeMalformed.class);
    }

    @Test
    void nonces_are_long_enough_and_never_come_twice() {
        assertThatThrownBy(() ->
                        new LoginChallenge(
                                World.ORIGIN,
                                "c",
                                World.REQUEST.redirectAddress(),
                                "p",
                                "AAAAAAAAAAAAAAAAAAAA",
                                ISSUED))
                .isInstanceOf(LoginChallengeMalformed.class);
        LoginVerifier verifier = world.logins();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 500; i++)
            assertThat(seen.add(verifier.issueChallenge(World.REQUEST).nonce())).isTrue();
    }

    @Test
    void a_challenge_is_answered_once() {
        LoginVerifier verifier = world.logins();
        LoginChallenge challenge = verifier.issueChallenge(World.REQUEST);
        byte[] answer = world.answer(challenge);
        byte[] certificate = world.login().der();
        assertThat(World.code(verifier.verify(challenge, certificate, answer)))
                .isEqualTo("accepted");
        assertThat(World.code(verifier.verify(challenge, certificate, answer)))
                .isEqualTo("MYNA-VRF-005");
    }

    @Test
    void a_wrong_answer_uses_the_challenge_up_too() {
        LoginVerifier verifier = world.logins();
        LoginChallenge challenge = verifier.issueChallenge(World.REQUEST);
        assertThat(World.code(verifier.verify(challenge, world.login().der(), new byte[256])))
                .isEqualTo("MYNA-VRF-201");
        assertThat(
                        World.code(
                                verifier.verify(
                                        challenge, world.login().der(), world.answer(challenge))))
                .isEqualTo("MYNA-VRF-005");
    }

    @Test
    void a_challenge_lives_five_minutes() {
        LoginVerifier verifier = world.logins();
        byte[] certificate = world.login().der();
        LoginChallenge inTime = verifier.issueChallenge(World.REQUEST);
        LoginChallenge late = verifier.issueChallenge(World.REQUEST);
        world.passes(Duration.ofMinutes(5));
        assertThat(World.code(verifier.verify(inTime, certificate, world.answer(inTime))))
                .isEqualTo("accepted");
        world.passes(Duration.ofMillis(1));
        assertThat(World.code(verifier.verify(late, certificate, world.answer(late))))
                .isEqualTo("MYNA-VRF-006");
    }

    @Test
    void a_challenge_from_elsewhere_is_worth_nothing_here() {
        LoginVerifier verifier = world.logins();
        byte[] certificate = world.login().der();
        LoginChallenge elsewhere =
                LoginChallenge.issue("https://evil.example", World.REQUEST, world.random, world);
        assertThat(World.code(verifier.verify(elsewhere, certificate, world.answer(elsewhere))))
                .isEqualTo("MYNA-VRF-002");
        LoginChallenge selfMade =
                LoginChallenge.issue(World.ORIGIN, World.REQUEST, world.random, world);
        assertThat(World.code(verifier.verify(selfMade, certificate, world.answer(selfMade))))
                .isEqualTo("MYNA-VRF-004");
    }

    @Test
    void a_challenge_of_another_request_is_refused_and_stays_usable_for_its_own() {
        LoginVerifier verifier = world.logins();
        byte[] certificate = world.login().der();
        LoginChallenge challenge = verifier.issueChallenge(World.REQUEST);
        byte[] answer = world.answer(challenge);
        URI address = World.REQUEST.redirectAddress();
        for (LoginRequest other :
                List.of(
                        new LoginRequest("evil", address, World.REQUEST.purpose()),
                        new LoginRequest(
                                "demo-bank",
                                URI.create("https://evil.example/"),
                                World.REQUEST.purpose()),
                        new LoginRequest("demo-bank", address, "送金の承認")))
            assertThat(World.code(verifier.verify(other, challenge, certificate, answer)))
                    .isEqualTo("MYNA-VRF-003");
        assertThat(World.code(verifier.verify(World.REQUEST, challenge, certificate, answer)))
                .isEqualTo("accepted");
    }

    @Test
    void no_value_of_an_issued_challenge_can_be_exchanged() {
        LoginVerifier verifier = world.logins();
        LoginChallenge real = verifier.issueChallenge(World.REQUEST);
        var changed =
                new LoginChallenge(
                        real.platformOrigin(),
                        "other-bank",
                        real.redirectAddress(),
                        real.purpose(),
                        real.nonce(),
                        real.issuedAt());
        assertThat(World.code(verifier.verify(changed, world.login().der(), world.answer(changed))))
                .isEqualTo("MYNA-VRF-004");
    }

    @Test
    void of_a_hundred_answers_at_once_exactly_one_wins()
            throws InterruptedException, ExecutionException {
        LoginVerifier verifier = world.logins();
        byte[] certificate = world.login().der();
        LoginChallenge challenge = verifier.issueChallenge(World.REQUEST);
        byte[] answer = world.answer(challenge);
        var start = new CountDownLatch(1);
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(100)) {
            Callable<String> one =
                    () -> {
                        start.await();
                        return World.code(verifier.verify(challenge, certificate, answer));
                    };
            for (int i = 0; i < 100; i++) answers.add(threads.submit(one));
            start.countDown();
            List<String> codes = new ArrayList<>();
            for (Future<String> future : answers) codes.add(future.get());
            assertThat(codes).hasSize(100).filteredOn("accepted"::equals).hasSize(1);
            assertThat(codes).filteredOn("MYNA-VRF-005"::equals).hasSize(99);
        }
    }

    @Test
    void a_full_store_refuses_new_logins_and_keeps_the_waiting_ones() {
        LoginVerifier verifier =
                world.settings()
                        .logins(World.ORIGIN, new InMemoryNonceStore(3, world), world.random);
        LoginChallenge first = verifier.issueChallenge(World.REQUEST);
        verifier.issueChallenge(World.REQUEST);
        verifier.issueChallenge(World.REQUEST);
        assertThatThrownBy(() -> verifier.issueChallenge(World.REQUEST))
                .isInstanceOf(ChallengeStoreFull.class)
                .hasMessageContaining("MYNA-VRF-008");
        assertThat(World.code(verifier.verify(first, world.login().der(), world.answer(first))))
                .isEqualTo("accepted");
        world.passes(Duration.ofMinutes(6));
        assertThat(verifier.issueChallenge(World.REQUEST).issuedAt()).isEqualTo(world.instant());
    }

    @Test
    void any_bytes_become_a_challenge_or_a_named_refusal() {
        Random chance = new Random(20261123);
        byte[] good = challenge().bytes();
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = Mutations.of(good, chance);
            try {
                assertThat(LoginChallenge.parse(bytes).bytes()).isEqualTo(bytes);
            } catch (LoginChallengeMalformed expected) {
                assertThat(expected.errorCode().code()).isEqualTo("MYNA-VRF-001");
            }
        }
    }
}
