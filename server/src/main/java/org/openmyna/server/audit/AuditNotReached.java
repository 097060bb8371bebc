package org.openmyna.server.audit;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The database did not answer; nothing of the log is lost (MYNA-AUD-001). */
public final class AuditNotReached extends MynaException {
    AuditNotReached(Throwable cause) {
        super(AuditError.LOG_NOT_REACHED, Map.of(), cause);
    }
}
