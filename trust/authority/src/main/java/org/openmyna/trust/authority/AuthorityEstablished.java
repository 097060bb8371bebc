package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** This CA exists in this database already (MYNA-AUT-036). */
public final class AuthorityEstablished extends MynaException {
    AuthorityEstablished(String kind) {
        super(AuthorityError.AUTHORITY_ESTABLISHED, Map.of("kind", kind));
    }
}
