package org.openmyna.trust.profile;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Bytes are not the certificate of an OCSP responder of JPKI (MYNA-PRF-033). */
public final class ResponderCertificateMalformed extends MynaException {
    ResponderCertificateMalformed(String reason) {
        super(ProfileError.RESPONDER_CERTIFICATE_MALFORMED, Map.of("reason", reason));
    }
}
