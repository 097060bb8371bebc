package org.openmyna.trust.profile;

import java.time.Instant;
import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A validity that UTCTime cannot say, or that ends before it begins (MYNA-PRF-011). */
public final class ValidityNotWritable extends MynaException {
    ValidityNotWritable(Instant from, Instant to) {
        super(ProfileError.VALIDITY_NOT_WRITABLE, Map.of("from", from, "to", to));
    }
}
