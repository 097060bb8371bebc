package org.openmyna.bench;

import java.time.Duration;

/** Times counted in classes an eighth apart or less, so that a quantile is right to 12 %. */
final class Latencies {
    private static final int STEPS = 8;
    private final long[] counts = new long[64 * STEPS];
    private long total;

    void add(long nanos) {
        counts[indexOf(Math.max(nanos, STEPS))]++;
        total++;
    }

    /** The upper end of the class that this share of all times falls into or below. */
    Duration quantile(double share) {
        long wanted = (long) Math.ceil(total * share);
        long seen = 0;
        for (int index = 0; index < counts.length; index++) {
            seen += counts[index];
            if (seen >= wanted && seen > 0) return Duration.ofNanos(upperEnd(index));
        }
        return Duration.ZERO;
    }

    private static int indexOf(long nanos) {
        int log = 63 - Long.numberOfLeadingZeros(nanos);
        return log * STEPS + (int) ((nanos >>> (log - 3)) & (STEPS - 1));
    }

    private static long upperEnd(int index) {
        int log = index / STEPS;
        return (1L << log) + ((index % STEPS + 1L) << (log - 3));
    }
}
