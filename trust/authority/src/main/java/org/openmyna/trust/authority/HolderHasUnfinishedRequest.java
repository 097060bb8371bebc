package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Another request for the same person is under way: resume or discard it (MYNA-AUT-040). */
public final class HolderHasUnfinishedRequest extends MynaException {
    HolderHasUnfinishedRequest(RequestId request) {
        super(AuthorityError.HOLDER_HAS_UNFINISHED_REQUEST, Map.of("request", request));
    }
}
