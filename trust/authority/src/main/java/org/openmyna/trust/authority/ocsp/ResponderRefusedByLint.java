package org.openmyna.trust.authority.ocsp;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The linter found fault with what was about to be signed (MYNA-OCS-009). */
public final class ResponderRefusedByLint extends MynaException {
    ResponderRefusedByLint(String findings) {
        super(OcspError.RESPONDER_REFUSED_BY_LINT, Map.of("findings", findings));
    }
}
