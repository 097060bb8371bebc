package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A directory holds no authority, or an unfinished ceremony (MYNA-AUT-002). */
public final class NoAuthorityHere extends MynaException {
    NoAuthorityHere(String directory) {
        super(AuthorityError.NO_AUTHORITY_HERE, Map.of("directory", directory));
    }
}
