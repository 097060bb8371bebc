package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Another notice could not stand any more (MYNA-RES-019). */
public final class LaterNoticeConflicts extends MynaException {
    LaterNoticeConflicts(long notice, String kind, String reason) {
        super(
                ResidentError.LATER_NOTICE_CONFLICTS,
                Map.of("notice", notice, "kind", kind, "reason", reason));
    }
}
