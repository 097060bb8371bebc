package org.openmyna.server.counter;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A notice could not be made into a PDF (MYNA-CTR-003). */
final class PaperNotMade extends MynaException {
    private static final long serialVersionUID = 1;

    PaperNotMade(Throwable cause) {
        super(
                CounterError.PAPER_NOT_MADE,
                Map.of("reason", cause.getClass().getSimpleName()),
                cause);
    }
}
