package org.openmyna.database;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A step of the tables failed, or is not what it was when it was done (MYNA-DBS-025). */
public final class MigrationFailed extends MynaException {
    MigrationFailed(String organisation, Throwable cause) {
        super(
                DatabaseError.MIGRATION_FAILED,
                Map.of("organisation", organisation, "reason", String.valueOf(cause.getMessage())),
                cause);
    }
}
