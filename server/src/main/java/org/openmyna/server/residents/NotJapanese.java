package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Of Japanese nationals alone (MYNA-RES-016). */
public final class NotJapanese extends MynaException {
    NotJapanese() {
        super(ResidentError.NOT_JAPANESE, Map.of());
    }
}
