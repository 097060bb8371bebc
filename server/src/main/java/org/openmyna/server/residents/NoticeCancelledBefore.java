package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Cancelled already (MYNA-RES-029). */
public final class NoticeCancelledBefore extends MynaException {
    NoticeCancelledBefore() {
        super(ResidentError.NOTICE_CANCELLED_BEFORE, Map.of());
    }
}
