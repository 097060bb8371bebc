package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A cancellation is not cancelled (MYNA-RES-030). */
public final class CancellationStays extends MynaException {
    CancellationStays() {
        super(ResidentError.CANCELLATION_STAYS, Map.of());
    }
}
