package org.openmyna.trust.authority.keys;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The vault has no key of this name (MYNA-KEY-004). */
public final class NoSuchKey extends MynaException {
    NoSuchKey(String name, String folder) {
        super(KeysError.NO_SUCH_KEY, Map.of("name", name, "folder", folder));
    }
}
