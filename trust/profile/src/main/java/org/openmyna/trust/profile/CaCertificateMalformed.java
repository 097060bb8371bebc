package org.openmyna.trust.profile;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Bytes are not a self-signed certificate of a JPKI CA (MYNA-PRF-002). */
public final class CaCertificateMalformed extends MynaException {
    CaCertificateMalformed(String reason) {
        super(ProfileError.CA_CERTIFICATE_MALFORMED, Map.of("reason", reason));
    }
}
