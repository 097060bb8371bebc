package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The event lies ahead (MYNA-RES-021). */
public final class EffectiveInFuture extends MynaException {
    EffectiveInFuture() {
        super(ResidentError.EFFECTIVE_IN_FUTURE, Map.of());
    }
}
