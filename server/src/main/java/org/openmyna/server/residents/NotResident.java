package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Not living in the municipality on that day (MYNA-RES-006). */
public final class NotResident extends MynaException {
    NotResident() {
        super(ResidentError.NOT_RESIDENT, Map.of());
    }
}
