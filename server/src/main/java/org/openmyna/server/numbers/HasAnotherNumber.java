package org.openmyna.server.numbers;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The person has a number already (MYNA-NUM-004). */
public final class HasAnotherNumber extends MynaException {
    HasAnotherNumber() {
        super(NumberError.HAS_ANOTHER_NUMBER, Map.of());
    }
}
