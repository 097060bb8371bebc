package org.openmyna.server.audit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The background thread of a log. */
final class AuditDuty {
    private static final Logger LOG = LoggerFactory.getLogger(AuditDuty.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final long HEAD_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final AuditLog log;
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean failing;
    private long signedPosition = -1;
    private long signedNanos;

    AuditDuty(AuditLog log) {
        this.log = log;
    }

    AutoCloseable start() {
        Thread thread = Thread.ofPlatform().name("audit-log").daemon().start(this::run);
        return () -> {
            ended.countDown();
            thread.join(Duration.ofSeconds(10));
        };
    }

    private void run() {
        try {
            do bringForward();
            while (!ended.await(POLL.toMillis(), TimeUnit.MILLISECONDS));
            bringForward();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private void bringForward() {
        try {
            long position = log.sequence();
            boolean due = System.nanoTime() - signedNanos >= HEAD_NANOS || ended.getCount() == 0;
            if (position != signedPosition && (due || signedPosition < 0)) {
                log.signHead();
                signedPosition = position;
                signedNanos = System.nanoTime();
            }
            failing = false;
        } catch (RuntimeException unforeseen) {
            // this thread outlives whatever it meets; said once, and tried again
            if (!failing) LOG.warn("access log not brought forward", unforeseen);
            failing = true;
        }
    }
}
