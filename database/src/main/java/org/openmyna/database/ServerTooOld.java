package org.openmyna.database;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Older than PostgreSQL 15 (MYNA-DBS-022). */
public final class ServerTooOld extends MynaException {
    ServerTooOld(int version, String address) {
        super(DatabaseError.SERVER_TOO_OLD, Map.of("version", version, "address", address));
    }
}
