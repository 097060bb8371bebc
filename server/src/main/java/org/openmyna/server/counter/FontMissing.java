package org.openmyna.server.counter;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A font for papers is not where it should be (MYNA-CTR-004). */
final class FontMissing extends MynaException {
    private static final long serialVersionUID = 1;

    FontMissing(String font) {
        super(CounterError.FONT_MISSING, Map.of("font", font));
    }
}
