package org.openmyna.card.issuer.channel;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** An answer of the card is not what the card sent (MYNA-ISS-022). */
public final class IssuerChannelBroken extends MynaException {
    IssuerChannelBroken(String what) {
        super(ChannelError.CHANNEL_BROKEN, Map.of("what", what));
    }
}
