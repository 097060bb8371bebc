package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Others kept changing the same household (MYNA-RES-033). */
public final class RegisterBusy extends MynaException {
    RegisterBusy() {
        super(ResidentError.REGISTER_BUSY, Map.of());
    }
}
