package org.openmyna.trust.authority.keys;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Not a name for a key (MYNA-KEY-006). */
public final class KeyNameMalformed extends MynaException {
    KeyNameMalformed(String name) {
        super(KeysError.KEY_NAME_MALFORMED, Map.of("name", name));
    }
}
