package org.openmyna.card.issuer.face;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Empty, too long, or with signs that cannot be printed (MYNA-ISS-047). */
public final class NoteMalformed extends MynaException {
    NoteMalformed(String reason, String reasonEnglish) {
        super(FaceError.NOTE_MALFORMED, Map.of("reason", reason, "reasonEnglish", reasonEnglish));
    }
}
