package org.openmyna.trust.authority.keys;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The database did not tell the generations (MYNA-KEY-007). */
public final class GenerationsNotReadable extends MynaException {
    GenerationsNotReadable(Throwable cause) {
        super(KeysError.GENERATIONS_NOT_READABLE, Map.of(), cause);
    }
}
