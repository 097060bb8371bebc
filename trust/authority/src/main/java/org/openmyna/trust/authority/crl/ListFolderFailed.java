package org.openmyna.trust.authority.crl;

import java.nio.file.Path;
import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A file of the folder of lists could not be read or written (MYNA-CRL-001). */
public final class ListFolderFailed extends MynaException {
    ListFolderFailed(Path folder, Exception cause) {
        super(
                CrlError.LIST_FOLDER_FAILED,
                Map.of("folder", folder, "reason", String.valueOf(cause.getMessage())),
                cause);
    }
}
