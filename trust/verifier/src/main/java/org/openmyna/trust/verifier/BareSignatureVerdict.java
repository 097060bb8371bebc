package org.openmyna.trust.verifier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openmyna.trust.profile.CertifiedFourItems;

/** What came of a signature that stands alone: no file around it says what it is for. */
public sealed interface BareSignatureVerdict {
    /** When the verdict was given, by the verifier's clock. */
    Instant at();

    /** The checks in the order they were made; in a refusal the last one is the one that failed. */
    List<Evidence> evidence();

    /**
     * The content was signed with this key, whose certificate was good at {@code validAt}. Under a
     * user authentication certificate (利用者証明用) it says that a card was there, and declares nothing:
     * that key signs whatever a login sends.
     *
     * @param certificate of the signer
     * @param digest under which the content was signed
     * @param fourItems of a signature certificate; empty for the other, which names nobody
     * @param validAt the time for which validity and status were judged
     * @param bundle all that the verdict rests on, to be kept in a file
     */
    record Accepted(
            ProvedCertificate certificate,
            ContentDigest digest,
            Optional<CertifiedFourItems> fourItems,
            Instant validAt,
            Instant at,
            List<Evidence> evidence,
            EvidenceBundle bundle)
            implements BareSignatureVerdict {
        public Accepted {
            evidence = List.copyOf(evidence);
        }
    }

    /** The signature proves nothing. */
    record Refused(Refusal refusal, Instant at, List<Evidence> evidence)
            implements BareSignatureVerdict {
        public Refused {
            evidence = List.copyOf(evidence);
        }
    }
}
