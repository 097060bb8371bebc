package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Given to somebody before (MYNA-RES-025). */
public final class CodeTaken extends MynaException {
    CodeTaken() {
        super(ResidentError.CODE_TAKEN, Map.of());
    }
}
