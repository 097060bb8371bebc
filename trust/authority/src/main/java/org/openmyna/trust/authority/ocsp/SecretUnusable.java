package org.openmyna.trust.authority.ocsp;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The file that opens responder keys is missing, broken or open to others (MYNA-OCS-002). */
public final class SecretUnusable extends MynaException {
    SecretUnusable(String file, String reason) {
        super(OcspError.SECRET_UNUSABLE, Map.of("file", file, "reason", reason));
    }
}
