package org.openmyna.trust.verifier;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A real authority was given to a verifier in test mode (MYNA-VRF-083). */
public final class RealAuthorityInTest extends MynaException {
    private static final long serialVersionUID = 1;

    RealAuthorityInTest() {
        super(VerifierError.REAL_AUTHORITY_IN_TEST, Map.of());
    }
}
