package org.openmyna.trust.verifier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;

/**
 * All that an accepting verdict rests on, so that it can be given again years later, off line, when
 * certificates have expired and servers are gone ({@link EvidenceVerifier}).
 *
 * <p>{@link #bytes()} is one ZIP file of plain parts, which OpenSSL can check one by one: {@code
 * manifest.txt}, {@code challenge.txt} of a login, {@code signature.bin}, {@code certificate.cer},
 * {@code issuer.cer}, {@code status.crl} or {@code status-question.der} with {@code
 * status-answer.der}, and {@code checks.txt}, which tells people what was checked. Not the content
 * of a document: only its digest.
 *
 * <p>Every part but the times and {@code checks.txt} is signed by somebody. That the signature
 * existed at the time recorded rests on who kept the file; to prove it to others, have the file
 * time-stamped. A bundle of a signature holds the signer's four items: personal data.
 *
 * @see EvidenceFile how the parts are written
 */
public final class EvidenceBundle {
    private final Recorded recorded;

    /**
     * @param key with whose certificate it was signed
     * @param challenge of a login
     * @param validAt the time for which validity and status were judged
     * @param judgedAt when the verdict was given
     * @param checks text for people, made when it is written
     */
    record Recorded(
            CaKind key,
            Optional<LoginChallenge> challenge,
            SignedContent content,
            byte[] signature,
            byte[] certificate,
            CaCertificate issuer,
            StatusData status,
            Instant validAt,
            Instant judgedAt,
            Supplier<String> checks) {}

    EvidenceBundle(Recorded recorded) {
        this.recorded = recorded;
    }

    static EvidenceBundle of(
            CertificateSteps.Proof proof,
            Optional<LoginChallenge> challenge,
            byte[] signature,
            Instant validAt,
            Instant judgedAt,
            List<Evidence> evidence) {
        return new EvidenceBundle(
                new Recorded(
                        proof.leaf().certificate().kind(),
                        challenge,
                        proof.content(),
                        signature.clone(),
                        proof.leaf().certificate().der(),
                        proof.issuer().ca(),
                        proof.status(),
                        validAt,
                        judgedAt,
                        () -> EvidenceFile.checks(evidence)));
    }

    /**
     * Reads a file that {@link #bytes()} made; whether it proves anything is for {@link
     * EvidenceVerifier}.
     *
     * @throws EvidenceMalformed for anything else (MYNA-VRF-301)
     */
    public static EvidenceBundle read(byte[] file) {
        return new EvidenceBundle(EvidenceFile.read(file));
    }

    /**
     * The file, always the same bytes. Write it soon if the status came from a list in a file: that
     * list must still be open.
     *
     * @throws EvidenceTooLarge if a revocation list makes it longer than 64 MB (MYNA-VRF-304)
     */
    public byte[] bytes() {
        return EvidenceFile.write(recorded);
    }

    /** The challenge of a login; empty for a signature. */
    public Optional<LoginChallenge> challenge() {
        return recorded.challenge();
    }

    /** The digest under which the content was signed. */
    public ContentDigest digest() {
        return recorded.content().algorithm();
    }

    /** The time for which validity and status were judged. */
    public Instant validAt() {
        return recorded.validAt();
    }

    /** When the verdict was given. */
    public Instant judgedAt() {
        return recorded.judgedAt();
    }

    Recorded recorded() {
        return recorded;
    }

    /** Personal data does not belong in a log. */
    @Override
    public String toString() {
        return "EvidenceBundle[" + recorded.key() + ", " + recorded.judgedAt() + "]";
    }
}
