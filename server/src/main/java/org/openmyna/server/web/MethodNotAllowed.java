package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** HTTP method of no use here (MYNA-SRV-006). */
public final class MethodNotAllowed extends MynaException {
    public MethodNotAllowed(String method, String allowed) {
        super(ServerError.METHOD_NOT_ALLOWED, Map.of("method", method, "allowed", allowed));
    }
}
