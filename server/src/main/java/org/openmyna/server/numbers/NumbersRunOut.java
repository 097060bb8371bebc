package org.openmyna.server.numbers;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** All draws clashed (MYNA-NUM-021). */
public final class NumbersRunOut extends MynaException {
    NumbersRunOut() {
        super(NumberError.NUMBERS_RUN_OUT, Map.of());
    }
}
