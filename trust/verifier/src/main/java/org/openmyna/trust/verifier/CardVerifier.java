package org.openmyna.trust.verifier;

import java.security.Provider;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertifiedFourItems;
import org.openmyna.trust.profile.JpkiCertificate;

/**
 * Checks what a card answered: a login, or the signature on a document. Built once by {@link
 * #builder()}, used by any number of threads.
 *
 * <p>A verdict is a value; an exception means that the verifier was set up or called wrongly.
 */
public final class CardVerifier {
    private final Pinned pinned;
    private final Rsassa rsassa;
    private final RevocationSource revocation;
    private final Freshness freshness;
    private final InstantSource clock;
    private final Optional<LoginDesk> desk;

    CardVerifier(
            Pinned pinned,
            Optional<Provider> accelerator,
            RevocationSource revocation,
            Freshness freshness,
            InstantSource clock,
            Optional<LoginDesk> desk) {
        this.pinned = pinned;
        this.rsassa = new Rsassa(accelerator);
        this.revocation = revocation;
        this.freshness = freshness;
        this.clock = clock;
        this.desk = desk;
    }

    public static CardVerifierBuilder builder() {
        return new CardVerifierBuilder();
    }

    /** The legal time by which this verifier judges. */
    public InstantSource clock() {
        return clock;
    }

    /**
     * Issues a challenge and remembers it for one answer.
     *
     * @throws ChallengeStoreFull if too many logins are waiting (MYNA-VRF-008)
     * @throws SettingsIncomplete if this verifier was built without a platform (MYNA-VRF-084)
     */
    public LoginChallenge issueChallenge(LoginRequest request) {
        return desk().issue(request);
    }

    /**
     * Checks the answer to a challenge that the caller kept since it was issued (in its session).
     * The challenge is used up before anything else about the answer is looked at.
     *
     * @param challenge what was issued by {@link #issueChallenge}
     * @param certificate user-authentication certificate (利用者証明用電子証明書), DER
     * @param signature by the card over {@link LoginChallenge#digestInfo()}, 256 bytes
     */
    public LoginVerdict verifyLogin(
            LoginChallenge challenge, byte[] certificate, byte[] signature) {
        return verify(challenge, Optional.empty(), certificate, signature);
    }

    /**
     * As the other, for a caller that was handed the challenge together with the answer: it must be
     * that of the request which the caller has in mind.
     *
     * @param expected client, redirect address and purpose of the login under way
     */
    public LoginVerdict verifyLogin(
            LoginRequest expected, LoginChallenge challenge, byte[] certificate, byte[] signature) {
        return verify(challenge, Optional.of(expected), certificate, signature);
    }

    /**
     * Checks a signature as of now.
     *
     * @param certificate signature certificate (署名用電子証明書), DER
     * @param content what was signed
     * @param signature by the card over the DigestInfo of the content's digest, 256 bytes
     */
    public SignatureVerdict verifySignature(
            byte[] certificate, SignedContent content, byte[] signature) {
        Trail trail = new Trail(clock);
        return verifySignature(certificate, content, signature, trail.now(), trail);
    }

    /**
     * Checks a signature as of a time that has passed. Give a time at which the signature is known
     * to have existed (a receipt, a time stamp), never the one that the signer claims.
     */
    public SignatureVerdict verifySignature(
            byte[] certificate, SignedContent content, byte[] signature, Instant at) {
        return verifySignature(certificate, content, signature, at, new Trail(clock));
    }

    /**
     * Checks a signature that stands alone, made with the key that the caller names. A certificate
     * of the other key is refused, so that an answer to a login is never taken for a declaration.
     *
     * @param key whose certificate it must be
     * @param certificate DER
     * @param signature by the card over the DigestInfo of the content's digest, 256 bytes
     * @param at time for which validity and status are judged; see {@link #verifySignature(byte[],
     *     SignedContent, byte[], Instant)}
     */
    public BareSignatureVerdict verifyBareSignature(
            CaKind key, byte[] certificate, SignedContent content, byte[] signature, Instant at) {
        Trail trail = new Trail(clock);
        try {
            mustNotLieAhead(at, trail);
            CertificateSteps steps = steps(trail, at);
            HandedIn leaf = steps.prove(certificate, key, content, signature);
            Optional<CertifiedFourItems> items =
                    switch (key) {
                        case SIGNATURE -> Optional.of(steps.step7_fourItems(leaf));
                        case USER_AUTHENTICATION -> Optional.empty();
                    };
            return new BareSignatureVerdict.Accepted(
                    proved(leaf), content.algorithm(), items, at, trail.now(), trail.evidence());
        } catch (Trail.Ended ended) {
            return new BareSignatureVerdict.Refused(ended.refusal(), trail.now(), trail.evidence());
        }
    }

    private LoginVerdict verify(
            LoginChallenge challenge,
            Optional<LoginRequest> expected,
            byte[] certificate,
            byte[] signature) {
        LoginDesk desk = desk();
        Trail trail = new Trail(clock);
        try {
            desk.accept(challenge, expected, trail);
            SignedContent content = SignedContent.of(challenge.bytes());
            HandedIn leaf =
                    steps(trail, trail.now())
                            .prove(certificate, CaKind.USER_AUTHENTICATION, content, signature);
            return new LoginVerdict.Accepted(
                    proved(leaf), challenge, trail.now(), trail.evidence());
        } catch (Trail.Ended ended) {
            return new LoginVerdict.Refused(ended.refusal(), trail.now(), trail.evidence());
        }
    }

    private SignatureVerdict verifySignature(
            byte[] certificate, SignedContent content, byte[] signature, Instant at, Trail trail) {
        try {
            mustNotLieAhead(at, trail);
            CertificateSteps steps = steps(trail, at);
            HandedIn leaf = steps.prove(certificate, CaKind.SIGNATURE, content, signature);
            CertifiedFourItems items = steps.step7_fourItems(leaf);
            return new SignatureVerdict.Accepted(
                    proved(leaf), items, at, trail.now(), trail.evidence());
        } catch (Trail.Ended ended) {
            return new SignatureVerdict.Refused(ended.refusal(), trail.now(), trail.evidence());
        }
    }

    private void mustNotLieAhead(Instant at, Trail trail) {
        trail.require(
                VerifierCheck.VALIDITY,
                !at.isAfter(trail.now().plus(freshness.clockSkew())),
                VerifierError.VALIDATION_TIME_IN_THE_FUTURE,
                Map.of("at", at.toString()));
    }

    private CertificateSteps steps(Trail trail, Instant at) {
        return new CertificateSteps(pinned, rsassa, revocation, freshness, trail, at);
    }

    private LoginDesk desk() {
        return desk.orElseThrow(() -> new SettingsIncomplete("platformOrigin, nonces and random"));
    }

    private static ProvedCertificate proved(HandedIn leaf) {
        JpkiCertificate certificate = leaf.certificate();
        return new ProvedCertificate(
                certificate.kind(),
                certificate.hierarchy(),
                leaf.keyId(),
                certificate.serial(),
                certificate.commonName(),
                certificate.notBefore(),
                certificate.notAfter(),
                leaf.fingerprint());
    }
}
