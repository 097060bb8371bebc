package org.openmyna.trust.authority.status;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.MynaException;

/** The background thread of a follower. */
final class FollowerDuty {
    private static final Logger LOGGER = Logger.getLogger(FollowerDuty.class.getName());
    private static final Duration POLL = Duration.ofMillis(100);

    private final StatusFollower follower;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean ended;
    private boolean failing;

    FollowerDuty(StatusFollower follower) {
        this.follower = follower;
    }

    void wake() {
        if (bell.availablePermits() == 0) bell.release();
    }

    AutoCloseable start() {
        Thread thread = Thread.ofPlatform().name("status-index").daemon().start(this::run);
        return () -> {
            ended = true;
            wake();
            thread.join(Duration.ofSeconds(10));
            follower.saveSnapshot();
        };
    }

    private void run() {
        while (!ended) {
            try {
                follower.follow();
                failing = false;
            } catch (MynaException later) {
                tell(later.getMessage(), null);
            } catch (RuntimeException unforeseen) {
                // a closed pool, a listener that fails: this thread outlives whatever it meets, or
                // the index would stand still for ever
                tell("not brought forward", unforeseen);
            }
            waitFor(POLL);
        }
    }

    /** Once is enough for people; the lag tells the rest. */
    private void tell(@Nullable String what, @Nullable Throwable why) {
        if (!failing && !ended) LOGGER.log(Level.WARNING, "status index: " + what, why);
        failing = true;
    }

    private void waitFor(Duration time) {
        try {
            var _ = bell.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
            bell.drainPermits();
        } catch (InterruptedException asked) {
            ended = true;
            Thread.currentThread().interrupt();
        }
    }
}
