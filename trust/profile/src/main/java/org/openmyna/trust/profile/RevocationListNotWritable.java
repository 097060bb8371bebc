package org.openmyna.trust.profile;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A revocation list cannot say this date or number (MYNA-PRF-050). */
public final class RevocationListNotWritable extends MynaException {
    RevocationListNotWritable(String reason) {
        super(ProfileError.REVOCATION_LIST_NOT_WRITABLE, Map.of("reason", reason));
    }
}
