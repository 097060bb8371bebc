package org.openmyna.card.issuer;

import java.util.Map;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.kernel.MynaException;

/** A verification number cannot be chosen (MYNA-ISS-033). */
public final class PinFollowsFromTheFace extends MynaException {
    PinFollowsFromTheFace(PinReference reference) {
        super(IssuerError.PIN_FOLLOWS_FROM_THE_FACE, Map.of("reference", reference));
    }
}
