package org.openmyna.trust.authority.ocsp;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Nobody is registered under this id (MYNA-OCS-007). */
public final class VerifierUnknown extends MynaException {
    VerifierUnknown(String verifier) {
        super(OcspError.VERIFIER_UNKNOWN, Map.of("verifier", verifier));
    }
}
