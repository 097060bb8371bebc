package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The lifetime of lists is not between an hour and 10 days (MYNA-AUT-026). */
public final class ListLifetimeRefused extends MynaException {
    ListLifetimeRefused(String lifetime) {
        super(AuthorityError.LIST_LIFETIME_REFUSED, Map.of("lifetime", lifetime));
    }
}
