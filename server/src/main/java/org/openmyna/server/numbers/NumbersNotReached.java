package org.openmyna.server.numbers;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The database did not answer (MYNA-NUM-018). */
public final class NumbersNotReached extends MynaException {
    NumbersNotReached(Throwable cause) {
        super(NumberError.DATABASE_NOT_REACHED, Map.of(), cause);
    }
}
