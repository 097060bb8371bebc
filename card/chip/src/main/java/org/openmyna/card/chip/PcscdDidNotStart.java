package org.openmyna.card.chip;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.MynaException;

/** pcscd ended at once, or never answered; the reason is its own last words. */
public final class PcscdDidNotStart extends MynaException {
    private static final long serialVersionUID = 1L;

    PcscdDidNotStart(String reason, @Nullable Throwable cause) {
        super(CardError.PCSCD_DID_NOT_START, Map.of("reason", reason), cause);
    }
}
