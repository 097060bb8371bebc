package org.openmyna.trust.authority.ocsp;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.openmyna.trust.authority.status.StatusFollower;
import org.openmyna.trust.authority.status.StatusIndex;

/** How new the data is. What is too old is fetched once more before it is called too old. */
final class DataTime {
    private static final int SECONDS_TO_WAIT = 2;

    private final StatusIndex index;
    private final StatusFollower follower;
    private final Duration validity;
    private final InstantSource legalTime;
    private final ReentrantLock following = new ReentrantLock();

    /** The latest that was told, in seconds: an answer is never of older data than one before. */
    private final AtomicLong told = new AtomicLong(Long.MIN_VALUE);

    DataTime(
            StatusIndex index,
            StatusFollower follower,
            Duration validity,
            InstantSource legalTime) {
        this.index = index;
        this.follower = follower;
        this.validity = validity;
        this.legalTime = legalTime;
    }

    /**
     * The moment up to which everything is known; to be read before any status is.
     *
     * @throws OcspRefused if that is too long ago
     */
    Instant mustBeFresh() {
        if (isTooOld()) {
            follow();
            if (isTooOld()) {
                throw new OcspRefused(Refusal.TRY_LATER);
            }
        }
        return Instant.ofEpochSecond(
                told.accumulateAndGet(index.dataTime().getEpochSecond(), Math::max));
    }

    Instant now() {
        return index.dataTime();
    }

    /** By legal time, and by the real time that passed: legal time may stand still or go back. */
    private boolean isTooOld() {
        Instant end = index.dataTime().plus(validity);
        return !legalTime.instant().isBefore(end) || follower.lag().compareTo(validity) >= 0;
    }

    /** One thread reads the log; who waits finds it read. */
    private void follow() {
        try {
            if (following.tryLock(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                try {
                    if (isTooOld()) {
                        follower.follow();
                    }
                } finally {
                    following.unlock();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
