package org.openmyna.trust.authority.log;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The background thread of a log: moves events, signs heads, and takes old ones away. */
final class LogDuty {
    private static final Logger LOGGER = Logger.getLogger(LogDuty.class.getName());
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
    private static final long HEAD_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long PRUNE_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final long IDLE_HEAD_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final StatusLog log;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean ended;
    private boolean failing;
    private long signedPosition = -1;
    private long signedNanos;
    private long prunedNanos = System.nanoTime() - PRUNE_NANOS;

    LogDuty(StatusLog log) {
        this.log = log;
    }

    void wake() {
        if (bell.availablePermits() == 0) bell.release();
    }

    AutoCloseable start() {
        Thread thread = Thread.ofPlatform().name("status-log").daemon().start(this::run);
        return () -> {
            ended = true;
            wake();
            thread.join(Duration.ofSeconds(10));
        };
    }

    private void run() {
        while (!ended) {
            try {
                signHeadIfDue(log.sequence());
                pruneHeadsIfDue();
                failing = false;
                waitFor(POLL);
            } catch (LogNotReached later) {
                tell("the database does not answer", null);
            } catch (RuntimeException unforeseen) {
                // a key that does not sign, a closed pool: this thread outlives whatever it meets,
                // or no status would change any more
                tell("not brought forward", unforeseen);
            }
        }
    }

    /** Once is enough for people; nothing is lost, and the next try may succeed. */
    private void tell(String what, @Nullable Throwable why) {
        if (!failing && !ended) LOGGER.log(Level.WARNING, "status log: " + what, why);
        failing = true;
        waitFor(AFTER_FAILURE);
    }

    private void signHeadIfDue(long position) {
        long age = System.nanoTime() - signedNanos;
        boolean moved = position != signedPosition;
        if (signedPosition < 0 || moved && age >= HEAD_NANOS || age >= IDLE_HEAD_NANOS) {
            signedPosition = log.signHead().position();
            signedNanos = System.nanoTime();
        }
    }

    private void pruneHeadsIfDue() {
        if (System.nanoTime() - prunedNanos < PRUNE_NANOS) return;
        log.pruneHeads();
        prunedNanos = System.nanoTime();
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
