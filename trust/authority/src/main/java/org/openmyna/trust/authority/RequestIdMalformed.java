package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A text that is no request id (MYNA-AUT-030). */
public final class RequestIdMalformed extends MynaException {
    RequestIdMalformed(int length) {
        super(AuthorityError.REQUEST_ID_MALFORMED, Map.of("length", length));
    }
}
