package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A part of a household cannot take its name along (MYNA-RES-013). */
public final class NotWholeHousehold extends MynaException {
    NotWholeHousehold() {
        super(ResidentError.NOT_WHOLE_HOUSEHOLD, Map.of());
    }
}
