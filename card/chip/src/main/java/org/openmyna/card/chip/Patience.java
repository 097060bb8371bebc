package org.openmyna.card.chip;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Waits for what nobody announces: another program's socket, port, file lock or end. */
final class Patience {
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private Patience() {}

    /** An answer that may not be there yet, and whose question may fail. */
    @FunctionalInterface
    interface Question<X extends Exception> {
        boolean answeredYes() throws X;
    }

    /**
     * Looks every 20 ms, at least once.
     *
     * @return whether the answer was yes in time; an interrupted thread stays interrupted and does
     *     not wait
     */
    static <X extends Exception> boolean until(Duration limit, Question<X> question) throws X {
        ReentrantLock lock = new ReentrantLock();
        Condition never = lock.newCondition();
        long end = System.nanoTime() + limit.toNanos();
        while (!question.answeredYes()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            lock.lock();
            try {
                var _ = never.awaitNanos(Math.min(left, BETWEEN_LOOKS_NANOS));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return question.answeredYes();
            } finally {
                lock.unlock();
            }
        }
        return true;
    }
}
