package org.openmyna.card.issuer.face;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A text that no legible size brings into its image; nothing was cut (MYNA-ISS-045). */
public final class TextDoesNotFit extends MynaException {
    TextDoesNotFit(String what, String whatEnglish, int width, int height, int characters) {
        super(
                FaceError.TEXT_DOES_NOT_FIT,
                Map.of(
                        "what", what,
                        "whatEnglish", whatEnglish,
                        "width", width,
                        "height", height,
                        "characters", characters));
    }
}
