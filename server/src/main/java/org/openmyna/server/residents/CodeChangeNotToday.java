package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A code changes on the day of its recording (MYNA-RES-026). */
public final class CodeChangeNotToday extends MynaException {
    CodeChangeNotToday() {
        super(ResidentError.CODE_CHANGE_NOT_TODAY, Map.of());
    }
}
