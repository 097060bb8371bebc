package org.openmyna.card.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.MynaException;

/** The card or its reader went away in the middle of a conversation (MYNA-CRD-002). */
public final class CardConnectionLost extends MynaException {
    public CardConnectionLost(String why, @Nullable Throwable cause) {
        super(ProtocolError.CONNECTION_LOST, Map.of("why", why), cause);
    }
}
