package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Before all records (MYNA-RES-022). */
public final class EffectiveTooEarly extends MynaException {
    EffectiveTooEarly() {
        super(ResidentError.EFFECTIVE_TOO_EARLY, Map.of());
    }
}
