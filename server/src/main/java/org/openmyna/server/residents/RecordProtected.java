package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Only a supervisor may open it (MYNA-RES-003). */
public final class RecordProtected extends MynaException {
    RecordProtected() {
        super(ResidentError.RECORD_PROTECTED, Map.of());
    }
}
