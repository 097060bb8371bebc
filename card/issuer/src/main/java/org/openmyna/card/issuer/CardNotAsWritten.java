package org.openmyna.card.issuer;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** What was read back is not what was written (MYNA-ISS-003). */
public final class CardNotAsWritten extends MynaException {
    CardNotAsWritten(String what) {
        super(IssuerError.NOT_AS_WRITTEN, Map.of("what", what));
    }
}
