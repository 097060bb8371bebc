package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The table of permissions does not have it (MYNA-SRV-010). */
public final class CallNotPermitted extends MynaException {
    public CallNotPermitted(String caller, String operation) {
        super(ServerError.CALL_NOT_PERMITTED, Map.of("caller", caller, "operation", operation));
    }
}
