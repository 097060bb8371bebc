package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Bytes that are no HTTP, or HTTP that nobody may send (MYNA-SRV-020). */
public final class RequestMalformed extends MynaException {
    public RequestMalformed(String reason) {
        super(ServerError.REQUEST_MALFORMED, Map.of("reason", reason));
    }
}
