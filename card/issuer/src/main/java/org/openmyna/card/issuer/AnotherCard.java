package org.openmyna.card.issuer;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The card presented is not the one of the record (MYNA-ISS-032). */
public final class AnotherCard extends MynaException {
    AnotherCard() {
        super(IssuerError.ANOTHER_CARD, Map.of());
    }
}
