package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Who is said to stay does not (MYNA-RES-012). */
public final class DoesNotStay extends MynaException {
    DoesNotStay() {
        super(ResidentError.DOES_NOT_STAY, Map.of());
    }
}
