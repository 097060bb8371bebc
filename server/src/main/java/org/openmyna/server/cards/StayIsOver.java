package org.openmyna.server.cards;

import java.time.LocalDate;
import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A card never outlives the period of stay (MYNA-CDS-002). */
public final class StayIsOver extends MynaException {
    StayIsOver(LocalDate until) {
        super(CardsError.STAY_IS_OVER, Map.of("until", until));
    }
}
