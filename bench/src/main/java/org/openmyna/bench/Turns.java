package org.openmyna.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;

/**
 * Rates of several pieces of work on this thread, measured in turns of a quarter second, so that
 * whatever else the machine does falls on all of them alike.
 */
final class Turns {
    private static final long TURN_NANOS = 250_000_000;
    private static final long WARM_UP_CORE_NANOS = 3_000_000_000L;
    private static final long LONGEST_WARM_UP_NANOS = 15_000_000_000L;
    private static final int FEWEST = 4;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final int count;
    private final Rate[] medians;

    /**
     * @param elapsed how often a second
     * @param core how often a second of this thread's processor time
     */
    record Rate(double elapsed, double core) {}

    private Turns(int count, Rate[] medians) {
        this.count = count;
        this.medians = medians;
    }

    /**
     * @param time how long each work is measured, warm-up apart
     */
    static Turns of(Duration time, Runnable... works) {
        int count = (int) Math.max(FEWEST, time.toNanos() / TURN_NANOS);
        for (Runnable work : works) warmUp(work);
        Rate[][] rates = new Rate[works.length][count];
        for (int turn = 0; turn < count; turn++) {
            for (int n = 0; n < works.length; n++) rates[n][turn] = turn(works[n]);
        }
        return new Turns(count, Arrays.stream(rates).map(Turns::median).toArray(Rate[]::new));
    }

    /** How many turns each work had. */
    int count() {
        return count;
    }

    /** Medians of one work, in the order given. */
    Rate rate(int work) {
        return medians[work];
    }

    /** By processor time: on a busy machine the compiler gets as little of it as the work does. */
    private static void warmUp(Runnable work) {
        long core = CLOCK.getCurrentThreadCpuTime() + WARM_UP_CORE_NANOS;
        long end = System.nanoTime() + LONGEST_WARM_UP_NANOS;
        while (CLOCK.getCurrentThreadCpuTime() < core && System.nanoTime() < end) work.run();
    }

    private static Rate turn(Runnable work) {
        long core = CLOCK.getCurrentThreadCpuTime();
        long from = System.nanoTime();
        long done = 0;
        long elapsed;
        do {
            work.run();
            done++;
            elapsed = System.nanoTime() - from;
        } while (elapsed < TURN_NANOS);
        core = CLOCK.getCurrentThreadCpuTime() - core;
        return new Rate(done * 1e9 / elapsed, done * 1e9 / core);
    }

    private static Rate median(Rate[] rates) {
        return new Rate(
                middle(Arrays.stream(rates).mapToDouble(Rate::elapsed).toArray()),
                middle(Arrays.stream(rates).mapToDouble(Rate::core).toArray()));
    }

    private static double middle(double[] figures) {
        Arrays.sort(figures);
        return figures[figures.length / 2];
    }
}
