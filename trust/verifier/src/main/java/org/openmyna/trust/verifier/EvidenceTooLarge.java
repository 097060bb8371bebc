package org.openmyna.trust.verifier;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Evidence that rests on a revocation list too long to be kept with it (MYNA-VRF-304). */
public final class EvidenceTooLarge extends MynaException {
    private static final long serialVersionUID = 1;

    EvidenceTooLarge(long limit) {
        super(VerifierError.EVIDENCE_TOO_LARGE, Map.of("limit", Long.toString(limit)));
    }
}
