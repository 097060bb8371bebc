package org.openmyna.server.cards;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Others were first, for longer than the caller waits (MYNA-CDS-005). */
public final class ProductionBusy extends MynaException {
    ProductionBusy() {
        super(CardsError.PRODUCTION_BUSY, Map.of());
    }
}
