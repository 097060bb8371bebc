package org.openmyna.card.issuer.channel;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The card does not know our keys (MYNA-ISS-020). It was told nothing and lost no try. */
public final class CardOfAnotherIssuer extends MynaException {
    CardOfAnotherIssuer() {
        super(ChannelError.CARD_OF_ANOTHER_ISSUER, Map.of());
    }
}
