package org.openmyna.database;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** No connection, or not allowed to do what is needed (MYNA-DBS-020). */
public final class DatabaseNotReachable extends MynaException {
    DatabaseNotReachable(String address, Throwable cause) {
        super(
                DatabaseError.DATABASE_NOT_REACHABLE,
                Map.of("address", address, "reason", String.valueOf(cause.getMessage())),
                cause);
    }
}
