package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** No such notice of this municipality (MYNA-RES-028). */
public final class NoticeNotFound extends MynaException {
    NoticeNotFound() {
        super(ResidentError.NOTICE_NOT_FOUND, Map.of());
    }
}
