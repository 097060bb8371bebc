package org.openmyna.server.numbers;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Nobody has the number: it was never assigned, or was replaced (MYNA-NUM-002). */
public final class NumberNotInUse extends MynaException {
    NumberNotInUse() {
        super(NumberError.NUMBER_NOT_IN_USE, Map.of());
    }
}
