package org.openmyna.server.counter;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The counter's tables cannot be read or written (MYNA-CTR-002). */
final class DatabaseNotReached extends MynaException {
    private static final long serialVersionUID = 1;

    DatabaseNotReached(String state, Throwable cause) {
        super(CounterError.DATABASE_NOT_REACHED, Map.of("state", state), cause);
    }
}
