package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A ceremony needs a new or an empty directory (MYNA-AUT-001). */
public final class DirectoryNotFree extends MynaException {
    DirectoryNotFree(String directory) {
        super(AuthorityError.DIRECTORY_NOT_FREE, Map.of("directory", directory));
    }
}
