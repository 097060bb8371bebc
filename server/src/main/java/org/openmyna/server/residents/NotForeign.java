package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Of foreign residents alone (MYNA-RES-015). */
public final class NotForeign extends MynaException {
    NotForeign() {
        super(ResidentError.NOT_FOREIGN, Map.of());
    }
}
