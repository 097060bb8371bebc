package org.openmyna.trust.authority.ocsp;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A refused verifier stays refused (MYNA-OCS-008). */
public final class VerifierRefused extends MynaException {
    VerifierRefused(String verifier) {
        super(OcspError.VERIFIER_REFUSED, Map.of("verifier", verifier));
    }
}
