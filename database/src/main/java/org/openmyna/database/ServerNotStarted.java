package org.openmyna.database;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The embedded server refused to start (MYNA-DBS-007). */
public final class ServerNotStarted extends MynaException {
    ServerNotStarted(String folder, String reason, String log) {
        super(
                DatabaseError.SERVER_NOT_STARTED,
                Map.of("folder", folder, "reason", reason, "log", log));
    }
}
