package org.openmyna.server.numbers;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The database holds numbers, the folder no keys (MYNA-NUM-014). */
public final class NumberKeysNotFound extends MynaException {
    NumberKeysNotFound(String folder) {
        super(NumberError.KEYS_NOT_FOUND, Map.of("folder", folder));
    }
}
