package org.openmyna.trust.authority.ocsp;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The id or the certificate is taken (MYNA-OCS-006). */
public final class VerifierExists extends MynaException {
    VerifierExists(String verifier) {
        super(OcspError.VERIFIER_EXISTS, Map.of("verifier", verifier));
    }
}
