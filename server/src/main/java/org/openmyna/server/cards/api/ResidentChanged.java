package org.openmyna.server.cards.api;

import java.util.Optional;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.trust.profile.RevocationReason;

/**
 * What the register tells about somebody. May be told again: it takes effect once.
 *
 * @param code with which the person's cards were made
 * @param ends which certificates lapse
 * @param reason 失効事由
 * @param since version of the register with this change in it: a card that was made from it, or
 *     from a later one, shows the change already and keeps its certificates, however late this is
 *     told; none if it concerns every card
 */
public record ResidentChanged(
        ResidentRecordCode code, Ends ends, RevocationReason reason, Optional<Long> since) {
    /** It concerns every card that the person has. */
    public ResidentChanged(ResidentRecordCode code, Ends ends, RevocationReason reason) {
        this(code, ends, reason, Optional.empty());
    }

    /** Which certificates. */
    public enum Ends {
        /** 署名用 alone. */
        SIGNATURE,
        /** Both, and the card. */
        BOTH
    }

    /** Who it is stays hidden. */
    @Override
    public String toString() {
        return "ResidentChanged[" + ends + "]";
    }
}
