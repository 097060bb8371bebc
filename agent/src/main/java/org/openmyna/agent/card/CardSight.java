package org.openmyna.agent.card;

import java.time.Instant;
import java.util.Map;
import org.openmyna.card.protocol.PinReference;

/** What a card shows before any PIN. */
public sealed interface CardSight {
    /**
     * It can do what is asked.
     *
     * @param fingerprint SHA-256 of its certificate, hexadecimal: tells cards apart
     * @param tries that are left of each PIN that is needed; 0 is locked
     */
    record Usable(String fingerprint, Map<PinReference, Integer> tries) implements CardSight {
        public Usable {
            tries = Map.copyOf(tries);
        }
    }

    /** Its chain is that of real cards, or none that can be told. */
    record NotOfTest() implements CardSight {}

    /** No My Number Card, or one without what is needed. */
    record NotUsable() implements CardSight {}

    /** Its certificate has ended, or has not begun. */
    record NotInForce(Instant from, Instant until) implements CardSight {}

    /** Another program holds it. */
    record Busy() implements CardSight {}

    /** It is not there any more. */
    record Gone() implements CardSight {}
}
