package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Only the hold of a phone certificate is lifted (MYNA-AUT-035). */
public final class HoldNotLiftable extends MynaException {
    HoldNotLiftable(String serial) {
        super(AuthorityError.HOLD_NOT_LIFTABLE, Map.of("serial", serial));
    }
}
