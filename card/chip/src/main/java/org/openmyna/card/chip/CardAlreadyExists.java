package org.openmyna.card.chip;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The name is taken (MYNA-CHP-002). */
public final class CardAlreadyExists extends MynaException {
    CardAlreadyExists(CardName name) {
        super(CardError.ALREADY_EXISTS, Map.of("name", name));
    }
}
