package org.openmyna.trust.verifier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openmyna.trust.profile.CertifiedFourItems;

/** What kept evidence still proves. */
public sealed interface EvidenceVerdict {
    /** The checks in the order they were made; in a refusal the last one is the one that failed. */
    List<Evidence> evidence();

    /**
     * The verdict would be given again. That the challenge was answered once only, and by this
     * platform's wish, was found at the time and cannot be found again.
     *
     * @param challenge of a login
     * @param fourItems of a signature under the signature certificate
     * @param validAt the time for which validity and status were judged
     * @param judgedAt when the verdict was first given, as recorded
     */
    record Holds(
            ProvedCertificate certificate,
            Optional<LoginChallenge> challenge,
            Optional<CertifiedFourItems> fourItems,
            Instant validAt,
            Instant judgedAt,
            List<Evidence> evidence)
            implements EvidenceVerdict {
        public Holds {
            evidence = List.copyOf(evidence);
        }
    }

    /** The evidence proves nothing. */
    record Refused(Refusal refusal, List<Evidence> evidence) implements EvidenceVerdict {
        public Refused {
            evidence = List.copyOf(evidence);
        }
    }
}
