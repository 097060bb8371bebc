package org.openmyna.database;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** No such schema, or no right to read it (MYNA-DBS-023). */
public final class SchemaNotReadable extends MynaException {
    SchemaNotReadable(String schema, String address) {
        super(DatabaseError.SCHEMA_NOT_READABLE, Map.of("schema", schema, "address", address));
    }
}
