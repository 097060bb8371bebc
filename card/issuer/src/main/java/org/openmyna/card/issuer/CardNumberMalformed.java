package org.openmyna.card.issuer;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** No 15 digits (MYNA-ISS-030). */
public final class CardNumberMalformed extends MynaException {
    CardNumberMalformed(int length) {
        super(IssuerError.CARD_NUMBER_MALFORMED, Map.of("length", length));
    }
}
