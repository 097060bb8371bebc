package org.openmyna.card.chip;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A pcscd runs, but without the driver of the virtual reader. */
public final class VpcdMissing extends MynaException {
    private static final long serialVersionUID = 1L;

    VpcdMissing(String ports) {
        super(CardError.VPCD_MISSING, Map.of("ports", ports));
    }
}
