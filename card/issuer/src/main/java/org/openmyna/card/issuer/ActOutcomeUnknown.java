package org.openmyna.card.issuer;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The card went away while it committed (MYNA-ISS-036). The note stays: the next act finds out. */
public final class ActOutcomeUnknown extends MynaException {
    ActOutcomeUnknown(Throwable cause) {
        super(IssuerError.OUTCOME_UNKNOWN, Map.of(), cause);
    }
}
