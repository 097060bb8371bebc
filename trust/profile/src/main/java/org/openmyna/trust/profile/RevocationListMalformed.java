package org.openmyna.trust.profile;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Bytes are not a CRL of a JPKI CA (MYNA-PRF-003). */
public final class RevocationListMalformed extends MynaException {
    RevocationListMalformed(String reason) {
        super(ProfileError.REVOCATION_LIST_MALFORMED, Map.of("reason", reason));
    }
}
