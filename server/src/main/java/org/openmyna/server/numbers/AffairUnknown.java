package org.openmyna.server.numbers;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** No line of the table has this procedure (MYNA-NUM-010). */
public final class AffairUnknown extends MynaException {
    AffairUnknown() {
        super(NumberError.AFFAIR_UNKNOWN, Map.of());
    }
}
