package org.openmyna.database;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Somebody else could read the passwords or the data (MYNA-DBS-005). */
public final class FolderOpenToOthers extends MynaException {
    FolderOpenToOthers(String file) {
        super(DatabaseError.FOLDER_OPEN_TO_OTHERS, Map.of("file", file));
    }
}
