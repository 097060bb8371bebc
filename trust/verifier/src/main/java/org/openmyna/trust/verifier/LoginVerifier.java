package org.openmyna.trust.verifier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openmyna.trust.profile.CaKind;

/**
 * Logs people in by their cards: gives out a challenge, and says whether a card answered it. Built
 * once by a {@link VerifierBuilder}, used by any number of threads.
 *
 * <p>A verdict is a value; an exception means that the verifier was set up or called wrongly.
 */
public final class LoginVerifier {
    private final Judge judge;
    private final ChallengeSteps challenges;

    LoginVerifier(Judge judge, ChallengeSteps challenges) {
        this.judge = judge;
        this.challenges = challenges;
    }

    /**
     * Issues a challenge and remembers it for one answer.
     *
     * @throws ChallengeStoreFull if too many logins are waiting (MYNA-VRF-008)
     */
    public LoginChallenge issueChallenge(LoginRequest request) {
        return challenges.issue(request);
    }

    /**
     * Checks the answer to a challenge that the caller kept since it was issued (in its session).
     * The challenge is used up before anything else about the answer is looked at.
     *
     * @param challenge what was issued by {@link #issueChallenge}
     * @param certificate user-authentication certificate (利用者証明用電子証明書), DER
     * @param signature by the card over {@link LoginChallenge#digestInfo()}, 256 bytes; of a P-384
     *     card over {@link LoginChallenge#sha384()}, DER
     */
    public LoginVerdict verify(LoginChallenge challenge, byte[] certificate, byte[] signature) {
        return verify(challenge, Optional.empty(), certificate, signature);
    }

    /**
     * As the other, for a caller that was handed the challenge together with the answer: it must be
     * that of the request which the caller has in mind.
     *
     * @param expected client, redirect address and purpose of the login under way
     */
    public LoginVerdict verify(
            LoginRequest expected, LoginChallenge challenge, byte[] certificate, byte[] signature) {
        return verify(challenge, Optional.of(expected), certificate, signature);
    }

    private LoginVerdict verify(
            LoginChallenge challenge,
            Optional<LoginRequest> expected,
            byte[] certificate,
            byte[] signature) {
        Trail trail = new Trail(judge.clock());
        try {
            challenges.accept(challenge, expected, trail);
            Instant at = trail.now();
            CertificateSteps.Proof proof =
                    judge.steps(trail, at)
                            .prove(
                                    certificate,
                                    CaKind.USER_AUTHENTICATION,
                                    scheme -> SignedContent.of(scheme.own(), challenge.bytes()),
                                    signature);
            Instant judgedAt = trail.now();
            List<Evidence> evidence = trail.evidence();
            return new LoginVerdict.Accepted(
                    Judge.proved(proof.leaf()),
                    challenge,
                    judgedAt,
                    evidence,
                    EvidenceBundle.of(
                            proof, Optional.of(challenge), signature, at, judgedAt, evidence));
        } catch (Trail.Ended ended) {
            return new LoginVerdict.Refused(ended.refusal(), trail.now(), trail.evidence());
        }
    }
}
