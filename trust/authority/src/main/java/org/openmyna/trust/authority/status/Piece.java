package org.openmyna.trust.authority.status;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openmyna.trust.authority.log.StatusEvent;
import org.openmyna.trust.profile.CertificateSerial;

/** Entries of the log, one behind the other, as arrays of numbers: nineteen bytes an entry. */
final class Piece {
    private static final int NULL = -1;
    private static final int MOST_SERIAL_BYTES = 20;
    private static final int REASONS = 7;

    /** PostgreSQL counts microseconds from 2000 on. */
    private static final long POSTGRES_EPOCH = 946_684_800L;

    private static final StatusEvent.Kind[] KINDS = StatusEvent.Kind.values();

    private final long after;
    private final byte[] kinds;
    private final short[] generations;

    /** Those that do not fit are negative: {@code -1 -} their place in the list. */
    private final long[] serials;

    private final long[] packed;
    private final List<BigInteger> longSerials = new ArrayList<>();
    private int count;
    private long lastSecond;

    Piece(long after, long to) {
        this.after = after;
        int rows = Math.toIntExact(to - after);
        kinds = new byte[rows];
        generations = new short[rows];
        serials = new long[rows];
        packed = new long[rows];
    }

    /**
     * Takes one row of a binary copy, behind its count of columns: event, generation, serial,
     * reason, date.
     *
     * @throws IllegalArgumentException if that is no entry
     */
    void add(ByteBuffer in) {
        mustBe(count < kinds.length);
        mustBe(in.getInt() == Short.BYTES);
        int kind = in.getShort();
        mustBe(kind >= 1 && kind <= KINDS.length);
        mustBe(in.getInt() == Short.BYTES);
        short generation = in.getShort();
        long serial = serial(in);
        int reason = in.getInt() == NULL ? NULL : in.getShort();
        boolean revoked = KINDS[kind - 1] == StatusEvent.Kind.REVOKED;
        mustBe(revoked == (reason != NULL) && reason < REASONS);
        mustBe(in.getInt() == Long.BYTES);
        lastSecond = Math.floorDiv(in.getLong(), 1_000_000L) + POSTGRES_EPOCH;
        kinds[count] = (byte) (kind - 1);
        generations[count] = generation;
        serials[count] = serial;
        packed[count] = revoked ? Packed.revoked(lastSecond, reason) : Packed.GOOD;
        count++;
    }

    private long serial(ByteBuffer in) {
        int length = in.getInt();
        mustBe(length > 0 && length <= MOST_SERIAL_BYTES);
        if (length < Long.BYTES) {
            long serial = 0;
            for (int n = 0; n < length; n++) serial = serial << 8 | in.get() & 0xFF;
            mustBe(serial > 0);
            return serial;
        }
        byte[] unsigned = new byte[length];
        in.get(unsigned);
        var serial = new BigInteger(1, unsigned);
        mustBe(serial.signum() > 0);
        longSerials.add(serial);
        return -longSerials.size();
    }

    private static void mustBe(boolean sound) {
        if (!sound) throw new IllegalArgumentException("no entry");
    }

    /** Position of the last entry that was added. */
    long reached() {
        return after + count;
    }

    /** When the last entry happened. */
    Instant moment() {
        return Instant.ofEpochSecond(lastSecond);
    }

    void applyTo(StatusIndex index) {
        for (int n = 0; n < count; n++) {
            if (KINDS[kinds[n]] == StatusEvent.Kind.CERTIFIED) continue;
            if (serials[n] > 0) {
                index.apply(generations[n], serials[n], packed[n]);
            } else {
                index.apply(generations[n], bigSerial(n), packed[n]);
            }
        }
    }

    void tell(StatusFollower.Listener listener) {
        for (int n = 0; n < count; n++) {
            if (KINDS[kinds[n]] == StatusEvent.Kind.CERTIFIED) continue;
            BigInteger serial = serials[n] > 0 ? BigInteger.valueOf(serials[n]) : bigSerial(n);
            listener.changed(KINDS[kinds[n]], generations[n], new CertificateSerial(serial));
        }
    }

    private BigInteger bigSerial(int n) {
        return longSerials.get((int) (-1 - serials[n]));
    }
}
