package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The application names another office than its reservation (MYNA-AUT-041). */
public final class ApplicationDoesNotFit extends MynaException {
    ApplicationDoesNotFit(RequestId request) {
        super(AuthorityError.APPLICATION_DOES_NOT_FIT, Map.of("request", request));
    }
}
