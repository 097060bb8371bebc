package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** For the operator of this machine (MYNA-SRV-018). */
public final class LoopbackOnly extends MynaException {
    public LoopbackOnly() {
        super(ServerError.LOOPBACK_ONLY, Map.of());
    }
}
