package org.openmyna.trust.profile;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Bytes are not an OCSP request (MYNA-PRF-030). */
public final class OcspRequestMalformed extends MynaException {
    OcspRequestMalformed(String reason) {
        super(ProfileError.OCSP_REQUEST_MALFORMED, Map.of("reason", reason));
    }
}
