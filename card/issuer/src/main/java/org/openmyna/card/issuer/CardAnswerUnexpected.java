package org.openmyna.card.issuer;

import java.util.Map;
import org.openmyna.card.protocol.StatusWord;
import org.openmyna.kernel.MynaException;

/** A card in use refused a step outside the channel (MYNA-ISS-031). */
public final class CardAnswerUnexpected extends MynaException {
    CardAnswerUnexpected(String step, StatusWord status) {
        super(IssuerError.ANSWER_UNEXPECTED, Map.of("step", step, "status", status));
    }
}
