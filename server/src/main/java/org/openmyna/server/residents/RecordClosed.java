package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Dead or removed (MYNA-RES-009). */
public final class RecordClosed extends MynaException {
    RecordClosed() {
        super(ResidentError.RECORD_CLOSED, Map.of());
    }
}
