package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Another program, or this one, has the authority open (MYNA-AUT-003). */
public final class AuthorityInUse extends MynaException {
    AuthorityInUse(String directory) {
        super(AuthorityError.AUTHORITY_IN_USE, Map.of("directory", directory));
    }
}
