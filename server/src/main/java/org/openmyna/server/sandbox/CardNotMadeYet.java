package org.openmyna.server.sandbox;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Nobody has taken this person's card (MYNA-SBX-003). */
public final class CardNotMadeYet extends MynaException {
    public CardNotMadeYet() {
        super(SandboxError.CARD_NOT_MADE_YET, Map.of());
    }
}
