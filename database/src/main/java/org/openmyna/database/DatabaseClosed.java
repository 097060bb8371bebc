package org.openmyna.database;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Used after it was closed (MYNA-DBS-028). */
public final class DatabaseClosed extends MynaException {
    DatabaseClosed(String address) {
        super(DatabaseError.DATABASE_CLOSED, Map.of("address", address));
    }
}
