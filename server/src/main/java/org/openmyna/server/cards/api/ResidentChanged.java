package org.openmyna.server.cards.api;

import java.time.Instant;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.trust.profile.RevocationReason;

/**
 * What the register tells about somebody. May be told again: it takes effect once.
 *
 * @param code with which the person's cards were made
 * @param ends which certificates lapse
 * @param reason 失効事由
 * @param since legal time from which on the register shows the change: a card made from what was
 *     read then or later keeps its certificates, however late this is told
 */
public record ResidentChanged(
        ResidentRecordCode code, Ends ends, RevocationReason reason, Instant since) {
    /** Which certificates. */
    public enum Ends {
        /** 署名用 alone. */
        SIGNATURE,
        /** Both, and the card. */
        BOTH
    }

    /**
     * A piece of news, told with others.
     *
     * @param key of this piece of news alone: under it, it takes effect once, whichever call tells
     *     it, and with which others
     */
    public record Named(String key, ResidentChanged change) {}

    /** Who it is stays hidden. */
    @Override
    public String toString() {
        return "ResidentChanged[" + ends + "]";
    }
}
