package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** No record of that person here, or none on that day (MYNA-RES-002). */
public final class RecordNotFound extends MynaException {
    RecordNotFound() {
        super(ResidentError.RECORD_NOT_FOUND, Map.of());
    }
}
