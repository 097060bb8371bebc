package org.openmyna.card.issuer.face;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** These bytes are no photo of a card (MYNA-ISS-044). */
public final class NotACardPhoto extends MynaException {
    NotACardPhoto(String reason) {
        super(FaceError.NOT_A_CARD_PHOTO, Map.of("reason", reason));
    }
}
