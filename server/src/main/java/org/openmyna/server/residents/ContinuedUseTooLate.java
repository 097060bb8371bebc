package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** After the day before departure (MYNA-RES-023). */
public final class ContinuedUseTooLate extends MynaException {
    ContinuedUseTooLate() {
        super(ResidentError.CONTINUED_USE_TOO_LATE, Map.of());
    }
}
