package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The request is not at the step before this one (MYNA-AUT-033). */
public final class StepOutOfOrder extends MynaException {
    StepOutOfOrder(RequestId request, IssuingState state) {
        super(AuthorityError.STEP_OUT_OF_ORDER, Map.of("request", request, "state", state));
    }
}
