package org.openmyna.trust.authority.log;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The database did not answer; nothing of the log is lost (MYNA-LOG-001). */
public final class LogNotReached extends MynaException {
    LogNotReached(Throwable cause) {
        super(LogError.LOG_NOT_REACHED, Map.of(), cause);
    }
}
