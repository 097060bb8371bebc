package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Nobody lives in it here on that day (MYNA-RES-010). */
public final class NoSuchHousehold extends MynaException {
    NoSuchHousehold() {
        super(ResidentError.NO_SUCH_HOUSEHOLD, Map.of());
    }
}
