package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A call would hold locks of the caller (MYNA-SRV-012). */
public final class CallInsideTransaction extends MynaException {
    public CallInsideTransaction() {
        super(ServerError.CALL_INSIDE_TRANSACTION, Map.of());
    }
}
