package org.openmyna.card.chip;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** There is no pcscd on this machine. */
public final class PcscdNotInstalled extends MynaException {
    private static final long serialVersionUID = 1L;

    PcscdNotInstalled() {
        super(CardError.PCSCD_NOT_INSTALLED, Map.of());
    }
}
