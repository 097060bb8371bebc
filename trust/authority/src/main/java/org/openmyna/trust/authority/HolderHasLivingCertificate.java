package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The holder has a certificate of this kind that still lives (MYNA-AUT-021). */
public final class HolderHasLivingCertificate extends MynaException {
    HolderHasLivingCertificate(String serial) {
        super(AuthorityError.HOLDER_HAS_LIVING_CERTIFICATE, Map.of("serial", serial));
    }
}
