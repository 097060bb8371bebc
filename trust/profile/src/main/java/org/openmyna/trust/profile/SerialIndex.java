package org.openmyna.trust.profile;

import java.util.Arrays;

/**
 * Starts of entries, each with a key that keeps the order of the serials: the length octet of the
 * serial and its first seven octets, as one number. Positive numbers in their shortest form are in
 * the order of their lengths, then of their octets; serials of up to seven octets are told apart by
 * the key alone. Entries were read before, so a serial stands behind the header of a SEQUENCE.
 */
final class SerialIndex {
    private static final int LENGTH_OCTET = EntryWriter.SERIAL - 1;
    private static final int IN_KEY = 7;

    private final ListBytes in;
    private long[] starts = new long[0];
    private long[] keys = new long[0];
    private int count;

    SerialIndex(ListBytes in) {
        this.in = in;
    }

    long[] starts() {
        return starts;
    }

    long[] keys() {
        return keys;
    }

    void add(long start) {
        if (count == starts.length) {
            int room = Math.max(16, count + (count >> 1));
            starts = Arrays.copyOf(starts, room);
            keys = Arrays.copyOf(keys, room);
        }
        starts[count] = start;
        keys[count++] = key(in, start);
    }

    SerialIndex trimmed() {
        starts = Arrays.copyOf(starts, count);
        keys = Arrays.copyOf(keys, count);
        return this;
    }

    static long key(ListBytes in, long start) {
        long eight = in.eightAt(start + LENGTH_OCTET);
        int length = (int) (eight >>> 56);
        return length >= IN_KEY ? eight : eight & -1L << (IN_KEY - length) * 8;
    }

    static long key(byte[] serial) {
        long key = serial.length;
        for (int n = 0; n < IN_KEY; n++) {
            key = key << 8 | (n < serial.length ? serial[n] & 0xFF : 0);
        }
        return key;
    }

    /** Compares the serial of an entry with a wanted one, whose key is given too. */
    static int compare(ListBytes in, long start, long startKey, long key, byte[] wanted) {
        if (startKey != key) {
            return Long.compare(startKey, key);
        }
        for (int n = IN_KEY; n < wanted.length; n++) {
            int side = in.at(start + EntryWriter.SERIAL + n) - (wanted[n] & 0xFF);
            if (side != 0) {
                return side;
            }
        }
        return 0;
    }

    /** Compares the serials of two entries. */
    static int compare(ListBytes in, long start, long other) {
        return compare(in, start, key(in, start), other, key(in, other));
    }

    private static int compare(ListBytes in, long start, long key, long other, long otherKey) {
        if (key != otherKey) {
            return Long.compare(key, otherKey);
        }
        int length = (int) (key >>> 56);
        for (int n = EntryWriter.SERIAL + IN_KEY; n < EntryWriter.SERIAL + length; n++) {
            int side = in.at(start + n) - in.at(other + n);
            if (side != 0) {
                return side;
            }
        }
        return 0;
    }

    /**
     * Sorts in place by a heap, for nothing but two arrays of numbers is here.
     *
     * @throws DerFault if a serial comes twice
     */
    void sort() {
        for (int n = count / 2 - 1; n >= 0; n--) {
            sink(n, count);
        }
        for (int last = count - 1; last > 0; last--) {
            swap(0, last);
            sink(0, last);
        }
        for (int n = 1; n < count; n++) {
            if (compareAt(n - 1, n) == 0) {
                throw new DerFault("revokedCertificates: a serial twice");
            }
        }
    }

    private void sink(int from, int size) {
        int parent = from;
        while (2 * parent + 1 < size) {
            int child = 2 * parent + 1;
            if (child + 1 < size && compareAt(child, child + 1) < 0) {
                child++;
            }
            if (compareAt(parent, child) >= 0) {
                return;
            }
            swap(parent, child);
            parent = child;
        }
    }

    private int compareAt(int a, int b) {
        return compare(in, starts[a], keys[a], starts[b], keys[b]);
    }

    private void swap(int a, int b) {
        long start = starts[a];
        starts[a] = starts[b];
        starts[b] = start;
        long key = keys[a];
        keys[a] = keys[b];
        keys[b] = key;
    }
}
