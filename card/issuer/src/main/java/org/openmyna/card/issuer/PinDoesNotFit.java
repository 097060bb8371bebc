package org.openmyna.card.issuer;

import java.util.Map;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.kernel.MynaException;

/** A PIN of a length that the reference does not take (MYNA-ISS-038). */
public final class PinDoesNotFit extends MynaException {
    PinDoesNotFit(PinReference reference) {
        super(
                IssuerError.PIN_DOES_NOT_FIT,
                Map.of(
                        "reference",
                        reference,
                        "shortest",
                        reference.shortest(),
                        "longest",
                        reference.longest()));
    }
}
