package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A move-in before the move-out takes effect (MYNA-RES-008). */
public final class MoveOutLiesAhead extends MynaException {
    MoveOutLiesAhead() {
        super(ResidentError.MOVE_OUT_LIES_AHEAD, Map.of());
    }
}
