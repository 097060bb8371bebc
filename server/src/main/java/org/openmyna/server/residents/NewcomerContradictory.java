package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Japanese and foreign at once (MYNA-RES-024). */
public final class NewcomerContradictory extends MynaException {
    NewcomerContradictory() {
        super(ResidentError.NEWCOMER_CONTRADICTORY, Map.of());
    }
}
