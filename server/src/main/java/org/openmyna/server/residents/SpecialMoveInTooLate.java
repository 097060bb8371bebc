package org.openmyna.server.residents;

import java.time.LocalDate;
import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The data of a move-out is not given out any more (MYNA-RES-036). */
public final class SpecialMoveInTooLate extends MynaException {
    SpecialMoveInTooLate(LocalDate lastDay) {
        super(ResidentError.SPECIAL_MOVE_IN_TOO_LATE, Map.of("lastDay", lastDay));
    }
}
