package org.openmyna.trust.authority.keys;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The vault has another key under this name than the generation's certificate (MYNA-KEY-009). */
public final class KeyOfAnotherGeneration extends MynaException {
    KeyOfAnotherGeneration(String name, short generation) {
        super(KeysError.KEY_OF_ANOTHER_GENERATION, Map.of("name", name, "generation", generation));
    }
}
