package org.openmyna.trust.documents;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.verifier.BareSignatureVerdict;
import org.openmyna.trust.verifier.ContentDigest;
import org.openmyna.trust.verifier.SignatureVerifier;
import org.openmyna.trust.verifier.SignedContent;
import org.openmyna.trust.verifier.VerifierCheck;

/** Checks bare signatures, as {@link RawSignatures} and {@code openssl dgst -sign} make them. */
public final class RawVerifier {
    private final SignatureVerifier certificates;
    private final Optional<Instant> time;

    private RawVerifier(SignatureVerifier certificates, Optional<Instant> time) {
        this.certificates = certificates;
        this.time = time;
    }

    /** Judges certificates as of the moment of verification. */
    public static RawVerifier now(SignatureVerifier certificates) {
        return new RawVerifier(certificates, Optional.empty());
    }

    /**
     * Judges certificates as of a time that has passed.
     *
     * @param time at which the signature is known to have existed
     */
    public static RawVerifier asOf(Instant time, SignatureVerifier certificates) {
        return new RawVerifier(certificates, Optional.of(time));
    }

    /**
     * Checks a signature beside its content, which is read once and not kept. Which digest was
     * signed is told by the signature itself: SHA-256, SHA-384 or SHA-512.
     *
     * @param key whose signature is expected: a certificate of the other kind is refused
     *     (MYNA-VRF-107, MYNA-VRF-108)
     * @param certificate DER
     * @param signature 256 bytes
     * @throws IOException if the stream fails
     */
    public BareSignatureVerdict verify(
            CaKind key, byte[] certificate, InputStream content, byte[] signature)
            throws IOException {
        ContentDigests.Made digests =
                ContentDigests.of(content, EnumSet.allOf(ContentDigest.class));
        Instant at = time.orElseGet(() -> certificates.clock().instant());
        @Nullable BareSignatureVerdict first = null;
        for (ContentDigest digest : ContentDigest.values()) {
            var signed = SignedContent.ofDigest(digest, digests.by(digest));
            BareSignatureVerdict verdict =
                    certificates.verifyBare(key, certificate, signed, signature, at);
            if (!isAboutTheSignature(verdict)) return verdict;
            if (first == null) first = verdict;
        }
        return Objects.requireNonNull(first);
    }

    /** Only then can another digest change the verdict; with a fitting one it never is. */
    private static boolean isAboutTheSignature(BareSignatureVerdict verdict) {
        return verdict instanceof BareSignatureVerdict.Refused refused
                && refused.evidence().getLast().check() == VerifierCheck.SIGNATURE;
    }
}
