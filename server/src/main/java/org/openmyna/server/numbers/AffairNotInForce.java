package org.openmyna.server.numbers;

import java.time.LocalDate;
import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The procedure is not permitted on the legal day (MYNA-NUM-012). */
public final class AffairNotInForce extends MynaException {
    AffairNotInForce(String procedure, LocalDate day) {
        super(NumberError.AFFAIR_NOT_IN_FORCE, Map.of("procedure", procedure, "day", day));
    }
}
