package org.openmyna.card.chip;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Both slots of the virtual reader hold other cards, or nobody serves them. */
public final class ReaderSlotsTaken extends MynaException {
    private static final long serialVersionUID = 1L;

    ReaderSlotsTaken(long seconds) {
        super(CardError.READER_SLOTS_TAKEN, Map.of("seconds", seconds));
    }
}
