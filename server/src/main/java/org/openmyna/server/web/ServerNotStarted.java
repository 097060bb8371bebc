package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The application did not come up (MYNA-SRV-003). */
public final class ServerNotStarted extends MynaException {
    public ServerNotStarted(String reason, String log, Throwable cause) {
        super(ServerError.SERVER_NOT_STARTED, Map.of("reason", reason, "log", log), cause);
    }
}
