package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A part of a call is missing or no value of its kind (MYNA-SRV-013). */
public final class CallMalformed extends MynaException {
    public CallMalformed(String part) {
        super(ServerError.CALL_MALFORMED, Map.of("part", part));
    }
}
