package org.openmyna.trust.authority.keys;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A key of the vault would not sign (MYNA-KEY-008). */
public final class SignatureRefused extends MynaException {
    SignatureRefused(Throwable cause) {
        super(KeysError.SIGNATURE_REFUSED, Map.of(), cause);
    }
}
