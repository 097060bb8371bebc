package org.openmyna.trust.verifier;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** No room to remember another login challenge (MYNA-VRF-008). */
public final class ChallengeStoreFull extends MynaException {
    private static final long serialVersionUID = 1;

    ChallengeStoreFull(int capacity) {
        super(VerifierError.CHALLENGE_STORE_FULL, Map.of("capacity", capacity));
    }
}
