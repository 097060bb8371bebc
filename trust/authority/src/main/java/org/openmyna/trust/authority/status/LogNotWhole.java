package org.openmyna.trust.authority.status;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** An entry of the log is missing or is no entry: somebody wrote into it (MYNA-STA-003). */
public final class LogNotWhole extends MynaException {
    LogNotWhole(long position) {
        super(StatusError.LOG_NOT_WHOLE, Map.of("position", position));
    }
}
