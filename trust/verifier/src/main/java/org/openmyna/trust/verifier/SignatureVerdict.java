package org.openmyna.trust.verifier;

import java.time.Instant;
import java.util.List;
import org.openmyna.trust.profile.CertifiedFourItems;

/** What came of a signature. */
public sealed interface SignatureVerdict {
    /** When the verdict was given, by the verifier's clock. */
    Instant at();

    /** The checks in the order they were made; in a refusal the last one is the one that failed. */
    List<Evidence> evidence();

    /**
     * The content was signed with the card of this holder, whose certificate was good at {@code
     * validAt}.
     *
     * @param certificate of the signer
     * @param fourItems name, birth date, sex and address as certified at issue, with the flags that
     *     tell substitute characters; personal data
     * @param validAt the time for which validity and status were judged. That the signature existed
     *     then is for the caller to know
     * @param bundle all that the verdict rests on, to be kept in a file; personal data
     */
    record Accepted(
            ProvedCertificate certificate,
            CertifiedFourItems fourItems,
            Instant validAt,
            Instant at,
            List<Evidence> evidence,
            EvidenceBundle bundle)
            implements SignatureVerdict {
        public Accepted {
            evidence = List.copyOf(evidence);
        }
    }

    /** The signature proves nothing. */
    record Refused(Refusal refusal, Instant at, List<Evidence> evidence)
            implements SignatureVerdict {
        public Refused {
            evidence = List.copyOf(evidence);
        }
    }
}
