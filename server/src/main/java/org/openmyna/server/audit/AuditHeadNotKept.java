package org.openmyna.server.audit;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The file with the newest head cannot be read or written (MYNA-AUD-002). */
public final class AuditHeadNotKept extends MynaException {
    AuditHeadNotKept(String file, Throwable cause) {
        super(AuditError.HEAD_NOT_KEPT, Map.of("file", file), cause);
    }
}
