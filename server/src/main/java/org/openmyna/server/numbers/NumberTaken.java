package org.openmyna.server.numbers;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The number to be adopted was given before (MYNA-NUM-003). */
public final class NumberTaken extends MynaException {
    NumberTaken() {
        super(NumberError.NUMBER_TAKEN, Map.of());
    }
}
