package org.openmyna.database;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does: nothing tells us, so we look again and again. */
final class Patience {
    private static final long BETWEEN_LOOKS = Duration.ofMillis(10).toNanos();

    private Patience() {}

    /**
     * @return false if it did not come true in this time, or the thread was interrupted
     */
    static boolean until(Duration limit, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > limit.toNanos()
                    || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        return true;
    }
}
