package org.openmyna.card.reader;

import java.util.Map;
import org.openmyna.card.protocol.StatusWord;
import org.openmyna.kernel.MynaException;

/** The chip has been terminated, for ever (MYNA-CRD-030). */
public final class CardTerminated extends MynaException {
    CardTerminated(StatusWord status) {
        super(ReaderError.CARD_TERMINATED, Map.of("status", status));
    }
}
