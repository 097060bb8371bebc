package org.openmyna.server.cards;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Each card was out of date before it was finished (MYNA-CDS-004). */
public final class RecordKeepsChanging extends MynaException {
    RecordKeepsChanging(int tries) {
        super(CardsError.RECORD_KEEPS_CHANGING, Map.of("tries", tries));
    }
}
