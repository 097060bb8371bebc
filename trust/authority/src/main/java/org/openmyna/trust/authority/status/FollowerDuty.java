package org.openmyna.trust.authority.status;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
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
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean failing;

    FollowerDuty(StatusFollower follower) {
        this.follower = follower;
    }

    AutoCloseable start() {
        Thread thread = Thread.ofPlatform().name("status-index").daemon().start(this::run);
        return () -> {
            ended.countDown();
            thread.join(Duration.ofSeconds(10));
            follower.saveSnapshot();
        };
    }

    private void run() {
        do {
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
        } while (!endsWithin(POLL));
    }

    /** Once is enough for people; the lag tells the rest. */
    private void tell(@Nullable String what, @Nullable Throwable why) {
        if (!failing && ended.getCount() > 0)
            LOGGER.log(Level.WARNING, "status index: " + what, why);
        failing = true;
    }

    private boolean endsWithin(Duration time) {
        try {
            return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
