package org.openmyna.server.web.page;

import java.util.Map;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.web.ServerError;

/** As many visitors as the machine bears are at work (MYNA-SRV-042). */
public final class TooManySessions extends MynaException {
    TooManySessions() {
        super(ServerError.TOO_MANY_SESSIONS, Map.of());
    }
}
