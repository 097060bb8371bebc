package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** No holder ever had a certificate with this serial (MYNA-AUT-022). */
public final class CertificateNeverIssued extends MynaException {
    CertificateNeverIssued(String serial) {
        super(AuthorityError.CERTIFICATE_NEVER_ISSUED, Map.of("serial", serial));
    }
}
