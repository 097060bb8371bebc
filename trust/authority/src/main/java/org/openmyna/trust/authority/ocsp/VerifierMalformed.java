package org.openmyna.trust.authority.ocsp;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Not an entry of the register (MYNA-OCS-005). */
public final class VerifierMalformed extends MynaException {
    VerifierMalformed(String part) {
        super(OcspError.VERIFIER_MALFORMED, Map.of("part", part));
    }
}
