package org.openmyna.card.reader;

import java.util.Map;
import org.openmyna.card.protocol.StatusWord;
import org.openmyna.kernel.MynaException;

/** The card has no JPKI application (MYNA-CRD-021). */
public final class NotAMyNumberCard extends MynaException {
    NotAMyNumberCard(StatusWord status) {
        super(ReaderError.NOT_A_MY_NUMBER_CARD, Map.of("status", status));
    }
}
