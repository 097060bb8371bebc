package org.openmyna.trust.authority.keys;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A secret file may be read by others than its owner (MYNA-KEY-002). */
public final class FileOpenToOthers extends MynaException {
    FileOpenToOthers(String file) {
        super(KeysError.FILE_OPEN_TO_OTHERS, Map.of("file", file));
    }
}
