package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A secret file may be read by others than its owner (MYNA-AUT-008). */
public final class FileOpenToOthers extends MynaException {
    FileOpenToOthers(String file) {
        super(AuthorityError.FILE_OPEN_TO_OTHERS, Map.of("file", file));
    }
}
