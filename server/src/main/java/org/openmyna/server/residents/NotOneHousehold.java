package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** People of different households (MYNA-RES-011). */
public final class NotOneHousehold extends MynaException {
    NotOneHousehold() {
        super(ResidentError.NOT_ONE_HOUSEHOLD, Map.of());
    }
}
