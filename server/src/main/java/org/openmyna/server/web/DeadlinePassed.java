package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Nobody waits for the answer any more (MYNA-SRV-011). */
public final class DeadlinePassed extends MynaException {
    public DeadlinePassed() {
        super(ServerError.DEADLINE_PASSED, Map.of());
    }
}
