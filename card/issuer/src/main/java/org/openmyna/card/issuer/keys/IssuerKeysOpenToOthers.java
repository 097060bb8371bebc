package org.openmyna.card.issuer.keys;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A secret file can be read by others (MYNA-ISS-014). */
public final class IssuerKeysOpenToOthers extends MynaException {
    IssuerKeysOpenToOthers(String file) {
        super(KeysError.OPEN_TO_OTHERS, Map.of("file", file));
    }
}
