package org.openmyna.server.numbers;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The table gives the procedure to others (MYNA-NUM-011). */
public final class AffairOfAnotherBody extends MynaException {
    AffairOfAnotherBody(String procedure, String body) {
        super(NumberError.AFFAIR_OF_ANOTHER_BODY, Map.of("procedure", procedure, "body", body));
    }
}
