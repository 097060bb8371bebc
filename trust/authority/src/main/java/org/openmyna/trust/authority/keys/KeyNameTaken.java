package org.openmyna.trust.authority.keys;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A key of this name exists, and none is ever overwritten (MYNA-KEY-005). */
public final class KeyNameTaken extends MynaException {
    KeyNameTaken(String name) {
        super(KeysError.KEY_NAME_TAKEN, Map.of("name", name));
    }
}
