package org.openmyna.card.issuer.keys;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** No issuer keys were made here, or not to the end (MYNA-ISS-011). */
public final class NoIssuerKeysHere extends MynaException {
    NoIssuerKeysHere(String directory) {
        super(KeysError.NOT_HERE, Map.of("directory", directory));
    }
}
