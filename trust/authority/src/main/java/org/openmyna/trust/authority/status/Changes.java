package org.openmyna.trust.authority.status;

import java.util.Arrays;

/** Changes that nobody sees yet, in the order in which they came; no object for each. */
final class Changes {
    private static final int INDEX_BITS = 21;
    private static final int MOST = 1 << INDEX_BITS;
    private static final int FIRST = 64;
    private static final int KEPT = 1 << 12;

    private long[] serials = new long[FIRST];
    private long[] packed = new long[FIRST];

    /** Block, then index: sorted by blocks, and in the old order within each. */
    private long[] keys = {};

    private int count;

    /** Takes the changes of one block. */
    interface Taker {
        /**
         * @param block counted from the first
         * @param from of {@link #place} and {@link #packed}
         */
        void take(int block, int from, int to);
    }

    void add(long serial, long change) {
        if (count == serials.length) {
            serials = Arrays.copyOf(serials, 2 * count);
            packed = Arrays.copyOf(packed, 2 * count);
        }
        serials[count] = serial;
        packed[count] = change;
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean isFull() {
        return count == MOST;
    }

    void byBlock(long firstBlock, Taker taker) {
        keys = new long[count];
        for (int n = 0; n < count; n++) {
            keys[n] = serials[n] / StatusBlock.SERIALS - firstBlock << INDEX_BITS | n;
        }
        Arrays.sort(keys);
        int from = 0;
        while (from < count) {
            long block = keys[from] >>> INDEX_BITS;
            int to = from + 1;
            while (to < count && keys[to] >>> INDEX_BITS == block) to++;
            taker.take((int) block, from, to);
            from = to;
        }
    }

    /** Place in its block of the n-th change by blocks. */
    int place(int n) {
        return (int) (serials[index(n)] % StatusBlock.SERIALS);
    }

    long packed(int n) {
        return packed[index(n)];
    }

    private int index(int n) {
        return (int) keys[n] & MOST - 1;
    }

    void clear() {
        count = 0;
        keys = new long[0];
        if (serials.length > KEPT) {
            serials = new long[FIRST];
            packed = new long[FIRST];
        }
    }
}
