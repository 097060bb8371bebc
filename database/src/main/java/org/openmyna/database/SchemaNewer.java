package org.openmyna.database;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The tables were made by a newer program (MYNA-DBS-029). */
public final class SchemaNewer extends MynaException {
    SchemaNewer(String organisation, String version) {
        super(DatabaseError.SCHEMA_NEWER, Map.of("organisation", organisation, "version", version));
    }
}
