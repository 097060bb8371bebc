package org.openmyna.card.issuer.channel;

import java.util.Map;
import org.openmyna.card.protocol.StatusWord;
import org.openmyna.kernel.MynaException;

/** The card has no issuer channel: it is BLANK, or no card of ours (MYNA-ISS-021). */
public final class NoIssuerChannel extends MynaException {
    NoIssuerChannel(StatusWord status) {
        super(ChannelError.NO_CHANNEL, Map.of("status", status));
    }
}
