package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Nobody of this code has moved out with the card (MYNA-RES-035). */
public final class NoSpecialMoveOut extends MynaException {
    NoSpecialMoveOut() {
        super(ResidentError.NO_SPECIAL_MOVE_OUT, Map.of());
    }
}
