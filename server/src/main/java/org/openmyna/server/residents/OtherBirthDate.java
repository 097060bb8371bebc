package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** It does not fit the day of the event (MYNA-RES-018). */
public final class OtherBirthDate extends MynaException {
    OtherBirthDate() {
        super(ResidentError.OTHER_BIRTH_DATE, Map.of());
    }
}
