package org.openmyna.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.trust.verifier.LoginChallenge;
import org.openmyna.trust.verifier.LoginRequest;

/** How long the request lives that a browser takes to the agent. */
class AskRequestsTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Client BANK =
            new Client(
                    "bank",
                    "party",
                    "試験銀行",
                    "Test bank",
                    List.of(),
                    List.of(),
                    "",
                    "bank.example.jp",
                    Standing.APPROVED);

    @TempDir Path folder;

    private Instant real = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private Instant legal = real.plus(Duration.ofDays(400));

    private AskRequests asks() {
        return new AskRequests(
                new PlatformKeys(folder, RANDOM, Instant::now),
                new PlatformAddress("platform.localhost", () -> 8080),
                RANDOM,
                () -> legal,
                () -> real);
    }

    private void pass(Duration time) {
        real = real.plus(time);
        legal = legal.plus(time);
    }

    private CardLoginRow login() {
        return new CardLoginRow(
                "an-id",
                new byte[32],
                "bank",
                List.of("openid"),
                new AskedFor(Map.of("client_id", "bank")),
                LoginChallenge.issue(
                                "http://platform.localhost:8080",
                                new LoginRequest(
                                        "bank", URI.create("https://bank.example.jp/"), "ログイン"),
                                RANDOM,
                                () -> legal)
                        .bytes(),
                "123456",
                false,
                true,
                false,
                CardLoginRow.State.WAITING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                real.plusSeconds(900));
    }

    private static Instant end(String request) throws ParseException {
        return SignedJWT.parse(request).getJWTClaimsSet().getExpirationTime().toInstant();
    }

    @Test
    void it_ends_with_its_challenge_whatever_the_laws_clock_says() throws ParseException {
        AskRequests asks = asks();
        CardLoginRow login = login();
        Instant issued = real;
        assertThat(end(asks.of(login, BANK, false))).isEqualTo(issued.plusSeconds(300));
        pass(Duration.ofSeconds(59));
        assertThat(asks.isFresh(login)).isTrue();
        assertThat(end(asks.of(login, BANK, false))).isEqualTo(issued.plusSeconds(300));
        pass(Duration.ofSeconds(1));
        assertThat(asks.isFresh(login)).isFalse();
    }

    @Test
    void a_challenge_from_a_day_that_has_not_come_is_not_fresh() {
        CardLoginRow login = login();
        legal = legal.minusSeconds(3600);
        assertThat(asks().isFresh(login)).isFalse();
    }

    @Test
    void an_answer_after_the_end_is_late_and_one_to_an_older_challenge_is_replaced() {
        AskRequests asks = asks();
        CardLoginRow login = login();
        String request = asks.of(login, BANK, false);
        pass(Duration.ofSeconds(299));
        assertThat(asks.fit(login, request)).isEqualTo(AskRequests.Fit.FITS);
        pass(Duration.ofSeconds(1));
        assertThat(asks.fit(login, request)).isEqualTo(AskRequests.Fit.LATE);
        assertThat(asks.fit(login(), request)).isEqualTo(AskRequests.Fit.REPLACED);
        assertThat(asks.fit(login, request + "x")).isEqualTo(AskRequests.Fit.NOT_ITS_OWN);
    }
}
