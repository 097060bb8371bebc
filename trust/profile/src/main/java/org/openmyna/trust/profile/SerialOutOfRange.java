package org.openmyna.trust.profile;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A serial is not a positive number of at most 20 octets (MYNA-PRF-010). */
public final class SerialOutOfRange extends MynaException {
    SerialOutOfRange(int bits) {
        super(ProfileError.SERIAL_OUT_OF_RANGE, Map.of("bits", bits));
    }
}
