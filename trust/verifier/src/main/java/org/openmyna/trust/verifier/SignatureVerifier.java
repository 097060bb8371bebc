package org.openmyna.trust.verifier;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertifiedFourItems;

/**
 * Says who signed something with a card (署名検証者). Built once by a {@link VerifierBuilder}, used by
 * any number of threads.
 *
 * <p>A verdict is a value; an exception means that the verifier was set up or called wrongly.
 */
public final class SignatureVerifier {
    private final Judge judge;

    SignatureVerifier(Judge judge) {
        this.judge = judge;
    }

    /** The legal time by which this verifier judges. */
    public InstantSource clock() {
        return judge.clock();
    }

    /**
     * Checks a signature as of now.
     *
     * @param certificate signature certificate (署名用電子証明書), DER
     * @param content what was signed
     * @param signature by the card over the DigestInfo of the content's digest, 256 bytes; of a
     *     P-384 card over the SHA-384 digest itself, DER
     */
    public SignatureVerdict verify(byte[] certificate, SignedContent content, byte[] signature) {
        Trail trail = new Trail(judge.clock());
        return verify(certificate, content, signature, trail.now(), trail);
    }

    /**
     * Checks a signature as of a time that has passed. Give a time at which the signature is known
     * to have existed (a receipt, a time stamp), never the one that the signer claims.
     */
    public SignatureVerdict verify(
            byte[] certificate, SignedContent content, byte[] signature, Instant at) {
        return verify(certificate, content, signature, at, new Trail(judge.clock()));
    }

    /**
     * Checks a signature that stands alone, made with the key that the caller names. A certificate
     * of the other key is refused, so that an answer to a login is never taken for a declaration.
     *
     * @param key whose certificate it must be
     * @param certificate DER
     * @param signature as for {@link #verify(byte[], SignedContent, byte[])}
     * @param at time for which validity and status are judged; see {@link #verify(byte[],
     *     SignedContent, byte[], Instant)}
     */
    public BareSignatureVerdict verifyBare(
            CaKind key, byte[] certificate, SignedContent content, byte[] signature, Instant at) {
        Trail trail = new Trail(judge.clock());
        try {
            judge.mustNotLieAhead(at, trail);
            CertificateSteps steps = judge.steps(trail, at);
            var proof = steps.prove(certificate, key, scheme -> content, signature);
            Optional<CertifiedFourItems> items =
                    switch (key) {
                        case SIGNATURE -> Optional.of(steps.step7_fourItems(proof.leaf()));
                        case USER_AUTHENTICATION -> Optional.empty();
                    };
            return new BareSignatureVerdict.Accepted(
                    Judge.proved(proof.leaf()),
                    content.algorithm(),
                    items,
                    at,
                    trail.now(),
                    trail.evidence(),
                    bundle(proof, signature, at, trail));
        } catch (Trail.Ended ended) {
            return new BareSignatureVerdict.Refused(ended.refusal(), trail.now(), trail.evidence());
        }
    }

    private SignatureVerdict verify(
            byte[] certificate, SignedContent content, byte[] signature, Instant at, Trail trail) {
        try {
            judge.mustNotLieAhead(at, trail);
            CertificateSteps steps = judge.steps(trail, at);
            var proof = steps.prove(certificate, CaKind.SIGNATURE, scheme -> content, signature);
            CertifiedFourItems items = steps.step7_fourItems(proof.leaf());
            return new SignatureVerdict.Accepted(
                    Judge.proved(proof.leaf()),
                    items,
                    at,
                    trail.now(),
                    trail.evidence(),
                    bundle(proof, signature, at, trail));
        } catch (Trail.Ended ended) {
            return new SignatureVerdict.Refused(ended.refusal(), trail.now(), trail.evidence());
        }
    }

    private static EvidenceBundle bundle(
            CertificateSteps.Proof proof, byte[] signature, Instant at, Trail trail) {
        return EvidenceBundle.of(
                proof, Optional.empty(), signature, at, trail.now(), trail.evidence());
    }
}
