package org.openmyna.card.reader;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** No reader holds a card with the JPKI application (MYNA-CRD-025). */
public final class NoCard extends MynaException {
    NoCard() {
        super(ReaderError.NO_CARD, Map.of());
    }
}
