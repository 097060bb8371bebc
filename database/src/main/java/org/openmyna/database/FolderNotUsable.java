package org.openmyna.database;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The folder of the embedded server cannot be read or written (MYNA-DBS-004). */
public final class FolderNotUsable extends MynaException {
    FolderNotUsable(String folder, Throwable cause) {
        super(
                DatabaseError.FOLDER_NOT_USABLE,
                Map.of("folder", folder, "reason", cause.toString()),
                cause);
    }
}
