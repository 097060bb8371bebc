package org.openmyna.trust.authority.keys;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A key file does not open, or holds another key (MYNA-KEY-001). */
public final class KeyUnusable extends MynaException {
    KeyUnusable(String file, String reason) {
        super(KeysError.KEY_UNUSABLE, Map.of("file", file, "reason", reason));
    }
}
