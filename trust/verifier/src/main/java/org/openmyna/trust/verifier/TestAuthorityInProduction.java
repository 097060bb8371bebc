package org.openmyna.trust.verifier;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A test authority was given to a verifier in production mode (MYNA-VRF-080). */
public final class TestAuthorityInProduction extends MynaException {
    private static final long serialVersionUID = 1;

    TestAuthorityInProduction() {
        super(VerifierError.TEST_AUTHORITY_IN_PRODUCTION, Map.of());
    }
}
