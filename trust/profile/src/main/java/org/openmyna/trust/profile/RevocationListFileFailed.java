package org.openmyna.trust.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The disk did not read or write the file of a list (MYNA-PRF-052). */
public final class RevocationListFileFailed extends MynaException {
    RevocationListFileFailed(Path file, IOException cause) {
        super(
                ProfileError.REVOCATION_LIST_FILE_FAILED,
                Map.of("file", file.toString(), "reason", cause.toString()),
                cause);
    }
}
