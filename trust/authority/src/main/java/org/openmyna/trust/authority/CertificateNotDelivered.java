package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A certificate that nobody has yet can only be discarded (MYNA-AUT-038). */
public final class CertificateNotDelivered extends MynaException {
    CertificateNotDelivered(String serial, RequestId request) {
        super(
                AuthorityError.CERTIFICATE_NOT_DELIVERED,
                Map.of("serial", serial, "request", request));
    }
}
