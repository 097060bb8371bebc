package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The day of the notice lies ahead (MYNA-RES-020). */
public final class NotifiedInFuture extends MynaException {
    NotifiedInFuture() {
        super(ResidentError.NOTIFIED_IN_FUTURE, Map.of());
    }
}
