package org.openmyna.card.issuer.keys;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A file of the issuer cannot be read or written (MYNA-ISS-015). */
public final class IssuerKeysNotReadable extends MynaException {
    IssuerKeysNotReadable(String file, Exception cause) {
        super(KeysError.NOT_READABLE, Map.of("file", file), cause);
    }
}
