package org.openmyna.card.chip;

import java.nio.file.Path;
import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The image is damaged or no card image at all; it was left untouched (MYNA-CHP-005). */
public final class CardImageUnusable extends MynaException {
    CardImageUnusable(Path image, Throwable cause) {
        super(
                CardError.IMAGE_UNUSABLE,
                Map.of("image", image, "why", String.valueOf(cause.getMessage())),
                cause);
    }
}
