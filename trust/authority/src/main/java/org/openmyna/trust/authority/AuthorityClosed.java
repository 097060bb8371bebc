package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** These authorities are closed (MYNA-AUT-042). */
public final class AuthorityClosed extends MynaException {
    AuthorityClosed() {
        super(AuthorityError.AUTHORITY_CLOSED, Map.of());
    }
}
