package org.openmyna.card.issuer;

import java.util.Map;
import org.openmyna.card.protocol.StatusWord;
import org.openmyna.kernel.MynaException;

/** The card refused a step (MYNA-ISS-002). */
public final class PersonalisationRefused extends MynaException {
    PersonalisationRefused(String step, StatusWord status) {
        super(IssuerError.STEP_REFUSED, Map.of("step", step, "status", status));
    }
}
