package org.openmyna.card.issuer.channel;

import java.util.Map;
import org.openmyna.card.protocol.StatusWord;
import org.openmyna.kernel.MynaException;

/** The card refused our cryptogram (MYNA-ISS-025). */
public final class IssuerNotAccepted extends MynaException {
    IssuerNotAccepted(StatusWord status) {
        super(ChannelError.NOT_ACCEPTED, Map.of("status", status));
    }
}
