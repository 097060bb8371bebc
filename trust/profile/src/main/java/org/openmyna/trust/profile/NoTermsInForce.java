package org.openmyna.trust.profile;

import java.time.LocalDate;
import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Certificates of this kind were not issued on that day (MYNA-PRF-020). */
public final class NoTermsInForce extends MynaException {
    NoTermsInForce(LocalDate day) {
        super(ProfileError.NO_TERMS_IN_FORCE, Map.of("day", day));
    }
}
