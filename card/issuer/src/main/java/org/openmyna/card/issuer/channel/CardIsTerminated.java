package org.openmyna.card.issuer.channel;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The card is TERMINATED (MYNA-ISS-024). */
public final class CardIsTerminated extends MynaException {
    CardIsTerminated() {
        super(ChannelError.TERMINATED, Map.of());
    }
}
