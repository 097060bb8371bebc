package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** An idempotency key names one call only (MYNA-SRV-014). */
public final class KeyUsedOtherwise extends MynaException {
    public KeyUsedOtherwise(String key) {
        super(ServerError.KEY_USED_OTHERWISE, Map.of("key", key));
    }
}
