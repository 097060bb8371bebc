package org.openmyna.card.issuer.keys;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Something else is in the directory (MYNA-ISS-010). */
public final class IssuerKeysNotFree extends MynaException {
    IssuerKeysNotFree(String directory) {
        super(KeysError.NOT_FREE, Map.of("directory", directory));
    }
}
