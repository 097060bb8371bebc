package org.openmyna.server.counter;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A line of a table that came with the program is malformed (MYNA-CTR-005). */
final class TableUnreadable extends MynaException {
    private static final long serialVersionUID = 1;

    TableUnreadable(String table, int line) {
        super(CounterError.TABLE_UNREADABLE, Map.of("table", table, "line", line));
    }
}
