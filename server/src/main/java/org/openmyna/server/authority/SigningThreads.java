package org.openmyna.server.authority;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.openmyna.server.web.Quiescent;

/**
 * As many threads as there are processors, for signatures alone: a signature keeps a processor busy
 * for a quarter of a millisecond and more, and a thread of the network that made one would let
 * everybody else on it wait. What comes in faster than it can be signed waits in a short queue;
 * beyond that it is refused at once, so that nobody waits for an answer that comes too late.
 */
final class SigningThreads implements Quiescent, AutoCloseable {
    private static final int QUEUE = 1_024;

    private final ThreadPoolExecutor threads;

    SigningThreads() {
        int processors = Runtime.getRuntime().availableProcessors();
        this.threads =
                new ThreadPoolExecutor(
                        processors,
                        processors,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(QUEUE),
                        Thread.ofPlatform().daemon().name("ocsp-signing-", 0).factory());
    }

    /** False if too much is waiting already. */
    boolean take(Runnable work) {
        try {
            threads.execute(work);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    int waiting() {
        return threads.getQueue().size();
    }

    @Override
    public boolean quiesce(Duration patience) {
        threads.shutdown();
        try {
            return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
