package org.openmyna.database;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** No embedded PostgreSQL for this operating system and processor (MYNA-DBS-001). */
public final class PlatformNotServed extends MynaException {
    PlatformNotServed(String platform) {
        super(DatabaseError.PLATFORM_NOT_SERVED, Map.of("platform", platform));
    }
}
