package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The database did not do what was asked; what was answered before stands (MYNA-AUT-037). */
public final class AuthorityDatabaseFailed extends MynaException {
    AuthorityDatabaseFailed(Throwable cause) {
        super(AuthorityError.DATABASE_FAILED, Map.of(), cause);
    }
}
