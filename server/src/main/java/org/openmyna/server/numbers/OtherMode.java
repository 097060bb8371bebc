package org.openmyna.server.numbers;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Sandbox and production never mix (MYNA-NUM-017). */
public final class OtherMode extends MynaException {
    OtherMode(NumberMode mode) {
        super(NumberError.OTHER_MODE, Map.of("mode", mode));
    }
}
