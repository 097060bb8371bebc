package org.openmyna.card.issuer;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The record is older than the card (MYNA-ISS-035). */
public final class CardHasChanged extends MynaException {
    CardHasChanged() {
        super(IssuerError.CARD_HAS_CHANGED, Map.of());
    }
}
