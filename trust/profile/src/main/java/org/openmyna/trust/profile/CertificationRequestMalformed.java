package org.openmyna.trust.profile;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Bytes are not a PKCS#10 request for an RSA-2048 key (MYNA-PRF-004). */
public final class CertificationRequestMalformed extends MynaException {
    CertificationRequestMalformed(String reason) {
        super(ProfileError.CERTIFICATION_REQUEST_MALFORMED, Map.of("reason", reason));
    }
}
