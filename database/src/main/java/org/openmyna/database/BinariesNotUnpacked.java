package org.openmyna.database;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The programs of PostgreSQL could not be put into the cache (MYNA-DBS-003). */
public final class BinariesNotUnpacked extends MynaException {
    BinariesNotUnpacked(String folder, Throwable cause) {
        super(
                DatabaseError.BINARIES_NOT_UNPACKED,
                Map.of("folder", folder, "reason", String.valueOf(cause.getMessage())),
                cause);
    }
}
