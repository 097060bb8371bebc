package org.openmyna.server.numbers;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The purpose holds a number in use or one that was (MYNA-NUM-013). */
public final class NumberInPurpose extends MynaException {
    NumberInPurpose() {
        super(NumberError.NUMBER_IN_PURPOSE, Map.of());
    }
}
