package org.openmyna.trust.profile;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Bytes are not a certificate of a JPKI CA (MYNA-PRF-001). */
public final class CertificateMalformed extends MynaException {
    CertificateMalformed(String reason) {
        super(ProfileError.CERTIFICATE_MALFORMED, Map.of("reason", reason));
    }
}
