package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A household that cannot be loaded (MYNA-RES-032). */
public final class HouseholdRefused extends MynaException {
    HouseholdRefused(int position) {
        super(ResidentError.HOUSEHOLD_REFUSED, Map.of("position", position));
    }
}
