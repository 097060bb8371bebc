package org.openmyna.trust.verifier;

import java.time.Instant;
import java.util.List;

/** What came of a login answer. */
public sealed interface LoginVerdict {
    /** When the verdict was given, by the verifier's clock. */
    Instant at();

    /** The checks in the order they were made; in a refusal the last one is the one that failed. */
    List<Evidence> evidence();

    /**
     * The holder of the certificate's card answered this challenge, now.
     *
     * @param certificate whose card it was
     * @param challenge what was answered
     * @param bundle all that the verdict rests on, to be kept in a file
     */
    record Accepted(
            ProvedCertificate certificate,
            LoginChallenge challenge,
            Instant at,
            List<Evidence> evidence,
            EvidenceBundle bundle)
            implements LoginVerdict {
        public Accepted {
            evidence = List.copyOf(evidence);
        }
    }

    /** Nobody is logged in. */
    record Refused(Refusal refusal, Instant at, List<Evidence> evidence) implements LoginVerdict {
        public Refused {
            evidence = List.copyOf(evidence);
        }
    }
}
