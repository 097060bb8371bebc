package org.openmyna.card.protocol;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Bytes that are no command or answer of ISO/IEC 7816-4 (MYNA-CRD-001). */
public final class ApduMalformed extends MynaException {
    public ApduMalformed(String why) {
        super(ProtocolError.APDU_MALFORMED, Map.of("why", why));
    }
}
