package org.openmyna.server.numbers;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** No name for a body (MYNA-NUM-019). */
public final class CorporateNameMalformed extends MynaException {
    CorporateNameMalformed() {
        super(NumberError.CORPORATE_NAME_MALFORMED, Map.of());
    }
}
