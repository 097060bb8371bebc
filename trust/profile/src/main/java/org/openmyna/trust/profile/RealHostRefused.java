package org.openmyna.trust.profile;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A certificate of the test hierarchy would point at a real host (MYNA-PRF-012). */
public final class RealHostRefused extends MynaException {
    RealHostRefused(String address) {
        super(ProfileError.REAL_HOST_REFUSED, Map.of("address", address));
    }
}
