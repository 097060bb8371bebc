package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The key store does not open, or its key is not the certificate's (MYNA-AUT-004). */
public final class KeyUnusable extends MynaException {
    KeyUnusable(String file, String reason) {
        super(AuthorityError.KEY_UNUSABLE, Map.of("file", file, "reason", reason));
    }
}
