package org.openmyna.card.issuer.keys;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A file of the issuer does not open or does not fit (MYNA-ISS-013). */
public final class IssuerKeysUnusable extends MynaException {
    IssuerKeysUnusable(String file, String reason) {
        super(KeysError.UNUSABLE, Map.of("file", file, "reason", reason));
    }
}
