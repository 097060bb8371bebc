package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A request is not signed by the key it asks a certificate for (MYNA-AUT-020). */
public final class PossessionNotProved extends MynaException {
    PossessionNotProved() {
        super(AuthorityError.POSSESSION_NOT_PROVED, Map.of());
    }
}
