package org.openmyna.trust.verifier;

import java.time.Instant;
import org.openmyna.trust.profile.RevocationReason;

/** What a revocation means for a time in the past, however it became known. */
final class Revocations {
    private Revocations() {}

    /**
     * One from after the time leaves the certificate good at that time, unless it lies in the
     * future or tells that the authority's key is lost, for which no date can be believed.
     */
    static boolean areLater(RevocationReason reason, Instant when, Instant time, Instant now) {
        return reason != RevocationReason.CA_COMPROMISE && when.isAfter(time) && !when.isAfter(now);
    }
}
