package org.openmyna.agent.card;

import java.util.Optional;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.reader.ItemsProof;
import org.openmyna.card.reader.PinCheck;

/** What became of the work of a card. */
public sealed interface WorkOutcome {
    record Done(byte[] certificate, byte[] signature, Optional<ItemsProof> items)
            implements WorkOutcome {}

    /**
     * A PIN did not open it; nothing was signed.
     *
     * @param check never {@link PinCheck.Accepted}
     */
    record NotOpened(PinReference reference, PinCheck check) implements WorkOutcome {}

    /** Another card lies there: it got no PIN. */
    record OtherCard() implements WorkOutcome {}

    /** It went away on the way; a try counts only if the card itself said so. */
    record Moved() implements WorkOutcome {}

    /** It holds something else than it should, or another program is at it. */
    record NotUsable() implements WorkOutcome {}
}
