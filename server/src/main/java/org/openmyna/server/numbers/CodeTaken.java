package org.openmyna.server.numbers;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The new code is or was another's (MYNA-NUM-007). */
public final class CodeTaken extends MynaException {
    CodeTaken() {
        super(NumberError.CODE_TAKEN, Map.of());
    }
}
