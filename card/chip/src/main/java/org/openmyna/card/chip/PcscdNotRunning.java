package org.openmyna.card.chip;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** No pcscd runs, and this program may not start one. */
public final class PcscdNotRunning extends MynaException {
    private static final long serialVersionUID = 1L;

    PcscdNotRunning() {
        super(CardError.PCSCD_NOT_RUNNING, Map.of());
    }
}
