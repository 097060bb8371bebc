package org.openmyna.trust.verifier;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Gives out challenges and takes each back once. */
final class ChallengeSteps {
    private final String platformOrigin;
    private final NonceStore nonces;
    private final SecureRandom random;
    private final InstantSource clock;
    private final Freshness freshness;

    ChallengeSteps(
            String platformOrigin,
            NonceStore nonces,
            SecureRandom random,
            InstantSource clock,
            Freshness freshness) {
        ChallengeText.requireOrigin(platformOrigin);
        this.platformOrigin = platformOrigin;
        this.nonces = nonces;
        this.random = random;
        this.clock = clock;
        this.freshness = freshness;
    }

    LoginChallenge issue(LoginRequest request) {
        LoginChallenge challenge = LoginChallenge.issue(platformOrigin, request, random, clock);
        nonces.remember(challenge.id(), lapse(challenge, freshness).plus(freshness.clockSkew()));
        return challenge;
    }

    /** JPKI reference 5.2 (1): ours, this request's, the first answer, in time. */
    void accept(LoginChallenge challenge, Optional<LoginRequest> expected, Trail trail) {
        step1_isForThisPlatform(challenge, trail);
        expected.ifPresent(request -> step1_isForThisRequest(challenge, request, trail));
        step1_usedOnce(challenge, trail);
        step1_fresh(challenge, freshness, trail);
    }

    private void step1_isForThisPlatform(LoginChallenge challenge, Trail trail) {
        Map<String, String> origin = Map.of("origin", challenge.platformOrigin());
        trail.require(
                VerifierCheck.CHALLENGE_IS_FOR_THIS_PLATFORM,
                challenge.platformOrigin().equals(platformOrigin),
                VerifierError.CHALLENGE_FOR_ANOTHER_PLATFORM,
                origin);
        trail.passed(VerifierCheck.CHALLENGE_IS_FOR_THIS_PLATFORM, origin);
    }

    private void step1_isForThisRequest(
            LoginChallenge challenge, LoginRequest expected, Trail trail) {
        String differs = "";
        if (!challenge.purpose().equals(expected.purpose())) differs = "purpose";
        if (!challenge.redirectAddress().equals(expected.redirectAddress())) differs = "redirect";
        if (!challenge.client().equals(expected.client())) differs = "client";
        trail.require(
                VerifierCheck.CHALLENGE_IS_FOR_THIS_REQUEST,
                differs.isEmpty(),
                VerifierError.CHALLENGE_FOR_ANOTHER_REQUEST,
                Map.of("field", differs));
        trail.passed(
                VerifierCheck.CHALLENGE_IS_FOR_THIS_REQUEST, Map.of("client", challenge.client()));
    }

    /** Whatever comes next, nobody answers this challenge a second time. */
    private void step1_usedOnce(LoginChallenge challenge, Trail trail) {
        switch (nonces.consume(challenge.id())) {
            case CONSUMED ->
                    trail.passed(
                            VerifierCheck.CHALLENGE_USED_ONCE, Map.of("challenge", challenge.id()));
            case ALREADY_USED ->
                    throw trail.failed(
                            VerifierCheck.CHALLENGE_USED_ONCE,
                            VerifierError.CHALLENGE_ALREADY_USED,
                            Map.of());
            case UNKNOWN ->
                    throw trail.failed(
                            VerifierCheck.CHALLENGE_USED_ONCE,
                            VerifierError.CHALLENGE_NOT_ISSUED_HERE,
                            Map.of());
        }
    }

    /** Also for evidence, whose present is the time of its verdict. */
    static void step1_fresh(LoginChallenge challenge, Freshness freshness, Trail trail) {
        Instant now = trail.now();
        Map<String, String> issued = Map.of("issuedAt", challenge.issuedAt().toString());
        trail.require(
                VerifierCheck.CHALLENGE_FRESH,
                !challenge.issuedAt().isAfter(now.plus(freshness.clockSkew())),
                VerifierError.CHALLENGE_FROM_THE_FUTURE,
                issued);
        trail.require(
                VerifierCheck.CHALLENGE_FRESH,
                !now.isAfter(lapse(challenge, freshness)),
                VerifierError.CHALLENGE_EXPIRED,
                issued);
        trail.passed(VerifierCheck.CHALLENGE_FRESH, issued);
    }

    private static Instant lapse(LoginChallenge challenge, Freshness freshness) {
        return challenge.issuedAt().plus(freshness.challengeLife());
    }
}
