package org.openmyna.card.issuer.face;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** No 16 digits (MYNA-ISS-046). */
public final class PrintedSerialMalformed extends MynaException {
    PrintedSerialMalformed(int length) {
        super(FaceError.PRINTED_SERIAL_MALFORMED, Map.of("length", length));
    }
}
