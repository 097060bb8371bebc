package org.openmyna.server.numbers;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The key file cannot be read or written (MYNA-NUM-016). */
public final class NumberKeysUnusable extends MynaException {
    NumberKeysUnusable(String file, Throwable cause) {
        super(NumberError.KEYS_UNUSABLE, Map.of("file", file), cause);
    }
}
