package org.openmyna.trust.verifier;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A file of revocation lists cannot be read (MYNA-VRF-085). */
public final class RevocationFileUnreadable extends MynaException {
    private static final long serialVersionUID = 1;

    RevocationFileUnreadable(String file, String what) {
        super(VerifierError.REVOCATION_FILE_UNREADABLE, Map.of("file", file, "what", what));
    }
}
