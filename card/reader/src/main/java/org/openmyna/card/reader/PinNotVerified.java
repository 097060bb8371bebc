package org.openmyna.card.reader;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The card wants a PIN or verification number first (MYNA-CRD-022). */
public final class PinNotVerified extends MynaException {
    PinNotVerified(String command) {
        super(ReaderError.PIN_NOT_VERIFIED, Map.of("command", command));
    }
}
