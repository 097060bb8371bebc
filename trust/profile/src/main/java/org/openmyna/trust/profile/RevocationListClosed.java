package org.openmyna.trust.profile;

import java.nio.file.Path;
import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Somebody asked a list that was closed, or went on writing one (MYNA-PRF-053). */
public final class RevocationListClosed extends MynaException {
    RevocationListClosed(Path file) {
        super(ProfileError.REVOCATION_LIST_CLOSED, Map.of("file", file.toString()));
    }
}
