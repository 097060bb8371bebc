package org.openmyna.trust.authority.log;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** An entry holds what no entry can hold: somebody wrote into the table (MYNA-LOG-002). */
public final class LogEntryUnreadable extends MynaException {
    private final long position;

    LogEntryUnreadable(long position, Throwable cause) {
        super(LogError.ENTRY_UNREADABLE, Map.of("position", position), cause);
        this.position = position;
    }

    long position() {
        return position;
    }
}
