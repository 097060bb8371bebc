package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** No certificate of the house was shown (MYNA-SRV-009). */
public final class CallerNotKnown extends MynaException {
    public CallerNotKnown() {
        super(ServerError.CALLER_NOT_KNOWN, Map.of());
    }
}
