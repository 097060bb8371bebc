package org.openmyna.trust.profile;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** No signature certificate below the legal age (MYNA-PRF-016). */
public final class HolderTooYoung extends MynaException {
    HolderTooYoung(int atLeast) {
        super(ProfileError.HOLDER_TOO_YOUNG, Map.of("atLeast", atLeast));
    }
}
