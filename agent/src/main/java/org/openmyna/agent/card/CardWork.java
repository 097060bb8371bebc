package org.openmyna.agent.card;

import java.util.Optional;
import java.util.Set;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.reader.LastTry;
import org.openmyna.kernel.Pin;

/**
 * What a card is to do once its holder typed the PINs.
 *
 * @param fingerprint of the card that was looked at
 * @param digestInfo what the user authentication key signs
 * @param items the message for the form input application, and its PIN; empty to read nothing
 * @param lastTries PINs whose last try the holder lets go
 */
public record CardWork(
        String fingerprint,
        byte[] digestInfo,
        Pin pin,
        Optional<Items> items,
        Set<PinReference> lastTries) {
    /** The four items, proved with a signature over the message. */
    public record Items(byte[] message, Pin pin) {}

    public CardWork {
        lastTries = Set.copyOf(lastTries);
    }

    LastTry lastTry(PinReference reference) {
        return lastTries.contains(reference) ? LastTry.MAY_BE_SPENT : LastTry.KEEP;
    }
}
