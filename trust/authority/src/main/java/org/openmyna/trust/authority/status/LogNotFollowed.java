package org.openmyna.trust.authority.status;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The log could not be read; the index tells what it told before (MYNA-STA-001). */
public final class LogNotFollowed extends MynaException {
    LogNotFollowed(Throwable cause) {
        super(StatusError.LOG_NOT_FOLLOWED, Map.of(), cause);
    }
}
