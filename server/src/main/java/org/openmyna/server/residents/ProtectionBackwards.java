package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** It ends before it begins (MYNA-RES-031). */
public final class ProtectionBackwards extends MynaException {
    ProtectionBackwards() {
        super(ResidentError.PROTECTION_BACKWARDS, Map.of());
    }
}
