package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A file of the authority cannot be read or written (MYNA-AUT-009). */
public final class AuthorityNotReadable extends MynaException {
    AuthorityNotReadable(String file, Exception cause) {
        super(AuthorityError.AUTHORITY_NOT_READABLE, Map.of("file", file), cause);
    }
}
