package org.openmyna.trust.verifier;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Bytes or values that are no login challenge (MYNA-VRF-001). */
public final class LoginChallengeMalformed extends MynaException {
    private static final long serialVersionUID = 1;

    LoginChallengeMalformed(String what) {
        super(VerifierError.CHALLENGE_MALFORMED, Map.of("what", what));
    }
}
