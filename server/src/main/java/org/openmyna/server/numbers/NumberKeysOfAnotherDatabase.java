package org.openmyna.server.numbers;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Other keys than those the database was begun with (MYNA-NUM-015). */
public final class NumberKeysOfAnotherDatabase extends MynaException {
    NumberKeysOfAnotherDatabase(String folder) {
        super(NumberError.KEYS_OF_ANOTHER_DATABASE, Map.of("folder", folder));
    }
}
