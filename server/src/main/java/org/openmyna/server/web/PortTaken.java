package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Another program listens there (MYNA-SRV-002). */
public final class PortTaken extends MynaException {
    public PortTaken(int port) {
        super(ServerError.PORT_TAKEN, Map.of("port", port));
    }
}
