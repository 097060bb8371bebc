package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A household without one, or with two (MYNA-RES-014). */
public final class NotOneHouseholder extends MynaException {
    NotOneHouseholder() {
        super(ResidentError.NOT_ONE_HOUSEHOLDER, Map.of());
    }
}
