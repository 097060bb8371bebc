package org.openmyna.trust.authority.ocsp;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A responder key was sealed under another secret, or changed (MYNA-OCS-003). */
public final class ResponderKeySealed extends MynaException {
    ResponderKeySealed(short generation) {
        super(OcspError.RESPONDER_KEY_SEALED, Map.of("generation", generation));
    }
}
