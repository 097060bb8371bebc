package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A code is never given twice (MYNA-RES-027). */
public final class CodeChangeStays extends MynaException {
    CodeChangeStays() {
        super(ResidentError.CODE_CHANGE_STAYS, Map.of());
    }
}
