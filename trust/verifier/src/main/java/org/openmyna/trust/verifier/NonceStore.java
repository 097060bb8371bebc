package org.openmyna.trust.verifier;

import java.time.Instant;

/**
 * Remembers which challenges were issued and not yet answered, so that each is answered once. With
 * several servers it must be one store for all of them, and {@link #consume} must be one atomic act
 * (an UPDATE … WHERE used = false, a compare-and-delete).
 */
public interface NonceStore {
    /** What {@link #consume} found. */
    enum Consumption {
        /** The challenge was waiting and is now used: exactly one caller ever sees this. */
        CONSUMED,
        /** Somebody answered it before. */
        ALREADY_USED,
        /** Never remembered here, or forgotten since. */
        UNKNOWN
    }

    /**
     * @param challengeId {@link LoginChallenge#id()}: it stands for the whole challenge, so that
     *     none of its values can be exchanged
     * @param until when it may be forgotten
     * @throws ChallengeStoreFull if there is no room (MYNA-VRF-008)
     */
    void remember(String challengeId, Instant until);

    /** Uses the challenge up, whatever comes of the answer. */
    Consumption consume(String challengeId);
}
