package org.openmyna.server.numbers;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Nobody has the code (MYNA-NUM-006). */
public final class CodeUnknown extends MynaException {
    CodeUnknown() {
        super(NumberError.CODE_UNKNOWN, Map.of());
    }
}
