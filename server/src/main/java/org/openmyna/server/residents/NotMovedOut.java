package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A move-in without a move-out (MYNA-RES-007). */
public final class NotMovedOut extends MynaException {
    NotMovedOut() {
        super(ResidentError.NOT_MOVED_OUT, Map.of());
    }
}
