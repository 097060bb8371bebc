package org.openmyna.card.issuer;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The card was personalised before (MYNA-ISS-001). */
public final class CardNotBlank extends MynaException {
    CardNotBlank() {
        super(IssuerError.NOT_BLANK, Map.of());
    }
}
