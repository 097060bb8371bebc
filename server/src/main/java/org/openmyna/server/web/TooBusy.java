package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** More is asked than can be signed (MYNA-SRV-019). */
public final class TooBusy extends MynaException {
    public TooBusy() {
        super(ServerError.TOO_BUSY, Map.of());
    }
}
