package org.openmyna.trust.authority.ocsp;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Legal time that never goes back, neither here nor behind the data: what an answer is dated with.
 * Where legal time itself steps back, answers stay at the moment before until it is reached again.
 */
final class AnswerClock {
    private static final long MILLIS = 1_000;

    private final InstantSource legalTime;

    /** The latest second that was told. */
    private final AtomicLong floor = new AtomicLong(Long.MIN_VALUE / MILLIS);

    AnswerClock(InstantSource legalTime) {
        this.legalTime = legalTime;
    }

    long millis() {
        long now = legalTime.millis();
        long second = Math.floorDiv(now, MILLIS);
        long told = floor.get();
        if (second > told) {
            floor.accumulateAndGet(second, Math::max);
        }
        return Math.max(now, told * MILLIS);
    }

    /** Now in whole seconds. */
    Instant now() {
        return Instant.ofEpochSecond(Math.floorDiv(millis(), MILLIS));
    }

    /** Now in whole seconds, and not before a moment that is told beside it. */
    Instant notBefore(Instant other) {
        long second = Math.floorDiv(millis(), MILLIS);
        return Instant.ofEpochSecond(
                floor.accumulateAndGet(Math.max(second, other.getEpochSecond()), Math::max));
    }
}
