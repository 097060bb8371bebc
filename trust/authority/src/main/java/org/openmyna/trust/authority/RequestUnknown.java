package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Nothing was reserved under this id (MYNA-AUT-032). */
public final class RequestUnknown extends MynaException {
    RequestUnknown(RequestId request) {
        super(AuthorityError.REQUEST_UNKNOWN, Map.of("request", request));
    }
}
