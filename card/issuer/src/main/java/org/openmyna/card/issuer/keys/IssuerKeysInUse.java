package org.openmyna.card.issuer.keys;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Another program, or this one, has the issuer keys open (MYNA-ISS-012). */
public final class IssuerKeysInUse extends MynaException {
    IssuerKeysInUse(String directory) {
        super(KeysError.IN_USE, Map.of("directory", directory));
    }
}
