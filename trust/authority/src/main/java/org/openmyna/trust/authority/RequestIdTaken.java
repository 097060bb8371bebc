package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The id names another request: of another person, place, medium or key (MYNA-AUT-031). */
public final class RequestIdTaken extends MynaException {
    RequestIdTaken(RequestId request) {
        super(AuthorityError.REQUEST_ID_TAKEN, Map.of("request", request));
    }
}
