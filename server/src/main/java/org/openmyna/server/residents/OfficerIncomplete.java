package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Nobody uses the register without saying who and why (MYNA-RES-004). */
public final class OfficerIncomplete extends MynaException {
    OfficerIncomplete() {
        super(ResidentError.OFFICER_INCOMPLETE, Map.of());
    }
}
