package org.openmyna.trust.profile;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A public key is not RSA-2048 with e = 65537, or is weak (MYNA-PRF-015). */
public final class KeyNotCertifiable extends MynaException {
    KeyNotCertifiable(String reason) {
        super(ProfileError.KEY_NOT_CERTIFIABLE, Map.of("reason", reason));
    }
}
