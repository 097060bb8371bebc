package org.openmyna.database;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The embedded server did not end in time (MYNA-DBS-010). */
public final class ServerNotStopped extends MynaException {
    ServerNotStopped(String folder, String reason) {
        super(DatabaseError.SERVER_NOT_STOPPED, Map.of("folder", folder, "reason", reason));
    }
}
