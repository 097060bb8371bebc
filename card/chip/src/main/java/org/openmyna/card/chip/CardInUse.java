package org.openmyna.card.chip;

import java.nio.file.Path;
import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The image cannot be opened now, most often since another program holds it (MYNA-CHP-004). */
public final class CardInUse extends MynaException {
    CardInUse(Path image, Throwable cause) {
        super(
                CardError.IN_USE,
                Map.of("image", image, "why", String.valueOf(cause.getMessage())),
                cause);
    }
}
