package org.openmyna.trust.authority.status;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The log does not hold what a snapshot tells: an old backup, or another log (MYNA-STA-004). */
public final class LogBehindSnapshot extends MynaException {
    LogBehindSnapshot(String file, long position) {
        super(StatusError.LOG_BEHIND_SNAPSHOT, Map.of("file", file, "position", position));
    }
}
