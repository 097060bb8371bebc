package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** No certificate was ever asked for under this name (MYNA-SRV-021). */
public final class RequestNotFound extends MynaException {
    public RequestNotFound(String request) {
        super(ServerError.REQUEST_NOT_FOUND, Map.of("request", request));
    }
}
