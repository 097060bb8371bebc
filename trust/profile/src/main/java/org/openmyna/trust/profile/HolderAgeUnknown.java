package org.openmyna.trust.profile;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Nothing in the birth date shows that the holder has reached the age asked for (MYNA-PRF-019). */
public final class HolderAgeUnknown extends MynaException {
    HolderAgeUnknown(int atLeast) {
        super(ProfileError.HOLDER_AGE_UNKNOWN, Map.of("atLeast", atLeast));
    }
}
