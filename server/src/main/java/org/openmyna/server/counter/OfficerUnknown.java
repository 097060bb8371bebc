package org.openmyna.server.counter;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Nobody of that id works at a counter (MYNA-CTR-001). */
final class OfficerUnknown extends MynaException {
    private static final long serialVersionUID = 1;

    OfficerUnknown() {
        super(CounterError.OFFICER_UNKNOWN, Map.of());
    }
}
