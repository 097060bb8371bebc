package org.openmyna.database;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The data was made by another major version (MYNA-DBS-006). */
public final class OtherMajorVersion extends MynaException {
    OtherMajorVersion(String folder, String found, String expected) {
        super(
                DatabaseError.OTHER_MAJOR_VERSION,
                Map.of("folder", folder, "found", found, "expected", expected));
    }
}
