package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** This CA was not established in this database (MYNA-AUT-002). */
public final class NoAuthorityHere extends MynaException {
    NoAuthorityHere(String kind) {
        super(AuthorityError.NO_AUTHORITY_HERE, Map.of("kind", kind));
    }
}
