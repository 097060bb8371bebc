package org.openmyna.database;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Asked to change something in a database open for reading (MYNA-DBS-024). */
public final class DatabaseReadOnly extends MynaException {
    DatabaseReadOnly(String address) {
        super(DatabaseError.DATABASE_READ_ONLY, Map.of("address", address));
    }
}
