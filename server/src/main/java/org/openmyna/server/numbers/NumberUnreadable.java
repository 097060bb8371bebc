package org.openmyna.server.numbers;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A stored number or code was changed (MYNA-NUM-008). */
public final class NumberUnreadable extends MynaException {
    NumberUnreadable(String row) {
        super(NumberError.NUMBER_UNREADABLE, Map.of("row", row));
    }
}
