package org.openmyna.trust.authority.keys;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The vault cannot be read or written (MYNA-KEY-003). */
public final class VaultNotReadable extends MynaException {
    VaultNotReadable(String file, Throwable cause) {
        super(KeysError.VAULT_NOT_READABLE, Map.of("file", file), cause);
    }
}
