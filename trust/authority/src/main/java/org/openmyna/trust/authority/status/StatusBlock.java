package org.openmyna.trust.authority.status;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The statuses of 4,096 serials in a row; never changes. Two bits each: 00 unknown, 01 good, 10
 * revoked. The revoked ones have five bytes more, in the order of their serials; where an entry
 * lies is counted from the bits, with a sum for each 512 serials to begin from.
 */
final class StatusBlock {
    static final int SERIALS = 4_096;
    private static final int PER_WORD = 32;
    private static final int WORDS = SERIALS / PER_WORD;
    private static final int WORDS_PER_SUM = 16;
    private static final long REVOKED_BITS = 0xAAAA_AAAA_AAAA_AAAAL;
    private static final long GOOD = 1;
    private static final long REVOKED = 2;

    static final StatusBlock EMPTY =
            new StatusBlock(new long[WORDS], new byte[0], new char[WORDS / WORDS_PER_SUM]);

    private final long[] states;
    private final byte[] entries;
    private final char[] sums;

    private StatusBlock(long[] states, byte[] entries, char[] sums) {
        this.states = states;
        this.entries = entries;
        this.sums = sums;
    }

    private static StatusBlock of(long[] states, byte[] entries) {
        char[] sums = new char[WORDS / WORDS_PER_SUM];
        int sum = 0;
        for (int word = 0; word < WORDS; word++) {
            if (word % WORDS_PER_SUM == 0) sums[word / WORDS_PER_SUM] = (char) sum;
            sum += Long.bitCount(states[word] & REVOKED_BITS);
        }
        return new StatusBlock(states, entries, sums);
    }

    /** {@link Packed} status of the n-th serial. */
    long packed(int n) {
        long state = states[n / PER_WORD] >>> 2 * (n % PER_WORD) & 3;
        if (state == 0) return Packed.UNKNOWN;
        return state == GOOD ? Packed.GOOD : entry(rank(n));
    }

    /** How many revoked ones lie before the n-th. */
    private int rank(int n) {
        int word = n / PER_WORD;
        int rank = sums[word / WORDS_PER_SUM];
        for (int each = word - word % WORDS_PER_SUM; each < word; each++) {
            rank += Long.bitCount(states[each] & REVOKED_BITS);
        }
        long before = (1L << 2 * (n % PER_WORD)) - 1;
        return rank + Long.bitCount(states[word] & REVOKED_BITS & before);
    }

    private long entry(int rank) {
        int at = rank * Packed.BYTES;
        return (entries[at] & 0xFFL) << 32
                | (entries[at + 1] & 0xFFL) << 24
                | (entries[at + 2] & 0xFFL) << 16
                | (entries[at + 3] & 0xFFL) << 8
                | entries[at + 4] & 0xFFL;
    }

    /** The same with another status of the n-th serial. */
    StatusBlock with(int n, long packed) {
        boolean was = packed(n) >= 0;
        boolean is = packed >= 0;
        int at = rank(n) * Packed.BYTES;
        byte[] changed = entries;
        if (is && was) {
            changed = entries.clone();
        } else if (is) {
            changed = new byte[entries.length + Packed.BYTES];
            System.arraycopy(entries, 0, changed, 0, at);
            System.arraycopy(entries, at, changed, at + Packed.BYTES, entries.length - at);
        } else if (was) {
            changed = new byte[entries.length - Packed.BYTES];
            System.arraycopy(entries, 0, changed, 0, at);
            System.arraycopy(entries, at + Packed.BYTES, changed, at, changed.length - at);
        }
        if (is) put(changed, at, packed);
        long[] bits = states.clone();
        set(bits, n, is ? REVOKED : packed == Packed.GOOD ? GOOD : 0);
        return of(bits, changed);
    }

    /** Statuses one by one, for those who change many. */
    void unpackInto(long[] all) {
        int rank = 0;
        for (int n = 0; n < SERIALS; n++) {
            long state = states[n / PER_WORD] >>> 2 * (n % PER_WORD) & 3;
            all[n] = state == 0 ? Packed.UNKNOWN : state == GOOD ? Packed.GOOD : entry(rank++);
        }
    }

    static StatusBlock packedFrom(long[] all) {
        long[] bits = new long[WORDS];
        int revoked = 0;
        for (int n = 0; n < SERIALS; n++) {
            long state = all[n] >= 0 ? REVOKED : all[n] == Packed.GOOD ? GOOD : 0;
            bits[n / PER_WORD] |= state << 2 * (n % PER_WORD);
            if (all[n] >= 0) revoked++;
        }
        byte[] entries = new byte[revoked * Packed.BYTES];
        int at = 0;
        for (int n = 0; n < SERIALS; n++) {
            if (all[n] >= 0) {
                put(entries, at, all[n]);
                at += Packed.BYTES;
            }
        }
        return of(bits, entries);
    }

    private static void set(long[] bits, int n, long state) {
        int shift = 2 * (n % PER_WORD);
        bits[n / PER_WORD] = bits[n / PER_WORD] & ~(3L << shift) | state << shift;
    }

    private static void put(byte[] entries, int at, long packed) {
        for (int n = 0; n < Packed.BYTES; n++) {
            entries[at + n] = (byte) (packed >>> 8 * (Packed.BYTES - 1 - n));
        }
    }

    /** Of the arrays; about fifty more for their heads. */
    long bytes() {
        return 8L * states.length + entries.length + 2L * sums.length;
    }

    void write(DataOutput out) throws IOException {
        for (long word : states) out.writeLong(word);
        out.writeInt(entries.length);
        out.write(entries);
    }

    /**
     * @throws IOException also if the entries do not fit the bits
     */
    static StatusBlock read(DataInput in) throws IOException {
        long[] states = new long[WORDS];
        int revoked = 0;
        for (int word = 0; word < WORDS; word++) {
            states[word] = in.readLong();
            revoked += Long.bitCount(states[word] & REVOKED_BITS);
        }
        if (in.readInt() != revoked * Packed.BYTES) throw new IOException("entries do not fit");
        byte[] entries = new byte[revoked * Packed.BYTES];
        in.readFully(entries);
        return of(states, entries);
    }
}
