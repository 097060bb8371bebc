package org.openmyna.card.chip;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A name that cannot be a card's (MYNA-CHP-001). */
public final class CardNameMalformed extends MynaException {
    CardNameMalformed(String name) {
        super(CardError.NAME_MALFORMED, Map.of("name", name));
    }
}
