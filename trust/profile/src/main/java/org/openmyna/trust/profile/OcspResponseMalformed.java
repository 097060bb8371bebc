package org.openmyna.trust.profile;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Bytes are not an OCSP response (MYNA-PRF-032). */
public final class OcspResponseMalformed extends MynaException {
    OcspResponseMalformed(String reason) {
        super(ProfileError.OCSP_RESPONSE_MALFORMED, Map.of("reason", reason));
    }
}
