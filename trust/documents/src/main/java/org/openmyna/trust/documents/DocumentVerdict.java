package org.openmyna.trust.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openmyna.trust.verifier.Evidence;
import org.openmyna.trust.verifier.Refusal;
import org.openmyna.trust.verifier.SignatureVerdict;

/** What came of a signed document. */
public sealed interface DocumentVerdict {
    /** When the verdict was given, by the verifier's clock. */
    Instant at();

    /** Every check, those of the document and those of the signer's certificate. */
    List<Evidence> evidence();

    /**
     * The holder of the certificate signed exactly this content, and the certificate was good at
     * the time of validation.
     *
     * @param signer whose card it was, with the four items
     * @param claimedSigningTime what the signer says about the time; proves nothing
     * @param contentSha256 SHA-256 of the content, lower-case hexadecimal
     * @param detached whether the content came beside the signature
     */
    record Accepted(
            SignatureVerdict.Accepted signer,
            Optional<Instant> claimedSigningTime,
            String contentSha256,
            boolean detached,
            Instant at,
            List<Evidence> evidence)
            implements DocumentVerdict {
        public Accepted {
            evidence = List.copyOf(evidence);
        }
    }

    /** The document is not proved; the refusal carries a code of this room or of the verifier. */
    record Refused(Refusal refusal, Instant at, List<Evidence> evidence)
            implements DocumentVerdict {
        public Refused {
            evidence = List.copyOf(evidence);
        }
    }
}
