package org.openmyna.server.counter;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** What a card holds as certificate is none (MYNA-CTR-006). */
final class CardUnreadable extends MynaException {
    CardUnreadable(String reason) {
        super(CounterError.CARD_UNREADABLE, Map.of("reason", reason));
    }
}
