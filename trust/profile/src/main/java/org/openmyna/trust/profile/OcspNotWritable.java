package org.openmyna.trust.profile;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** An OCSP message cannot say this (MYNA-PRF-035). */
public final class OcspNotWritable extends MynaException {
    OcspNotWritable(String reason) {
        super(ProfileError.OCSP_NOT_WRITABLE, Map.of("reason", reason));
    }
}
