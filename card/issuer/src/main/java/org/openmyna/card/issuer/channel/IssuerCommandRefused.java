package org.openmyna.card.issuer.channel;

import java.util.Map;
import org.openmyna.card.protocol.StatusWord;
import org.openmyna.kernel.MynaException;

/** The card refused a command inside the channel (MYNA-ISS-023). */
public final class IssuerCommandRefused extends MynaException {
    IssuerCommandRefused(String step, StatusWord status) {
        super(ChannelError.COMMAND_REFUSED, Map.of("step", step, "status", status));
    }
}
