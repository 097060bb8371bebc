package org.openmyna.trust.verifier.online;

import java.nio.file.Path;
import java.util.Map;
import org.openmyna.kernel.MynaException;
import org.openmyna.trust.verifier.VerifierError;

/** The folder for copies of revocation lists cannot be used (MYNA-VRF-087). */
public final class ListFolderUnusable extends MynaException {
    private static final long serialVersionUID = 1;

    ListFolderUnusable(Path folder, Exception cause) {
        super(
                VerifierError.STATUS_CACHE_UNUSABLE,
                Map.of("folder", folder.toString(), "what", cause.toString()),
                cause);
    }
}
