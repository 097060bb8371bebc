package org.openmyna.card.chip;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The drawer has no such card (MYNA-CHP-003). */
public final class CardUnknown extends MynaException {
    CardUnknown(CardName name) {
        super(CardError.UNKNOWN, Map.of("name", name));
    }
}
