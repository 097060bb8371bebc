package org.openmyna.trust.profile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.Signature;
import java.security.SignatureException;

/** The bytes of a list, in an array or mapped from a file; one buffer tells at most 2 GB. */
final class ListBytes {
    private static final int SHIFT = 30;
    private static final int CHUNK = 1 << 16;

    private final ByteBuffer[] segments;
    private final int shift;
    private final int mask;
    private final long length;

    private ListBytes(ByteBuffer[] segments, int shift, long length) {
        this.segments = segments;
        this.shift = shift;
        this.mask = (1 << shift) - 1;
        this.length = length;
    }

    /** Not copied. */
    static ListBytes of(byte[] bytes) {
        return of(bytes, SHIFT);
    }

    /**
     * In segments of another size than files have, so that their seams can be tried.
     *
     * @param shift a segment has two to the power of this many bytes
     */
    static ListBytes of(byte[] bytes, int shift) {
        ByteBuffer[] segments = new ByteBuffer[(bytes.length >>> shift) + 1];
        for (int n = 0; n < segments.length; n++) {
            int from = n << shift;
            int count = Math.min(1 << shift, bytes.length - from);
            segments[n] = ByteBuffer.wrap(bytes, from, count).slice();
        }
        return new ListBytes(segments, shift, bytes.length);
    }

    /** The file as it is now; it may be closed and removed, but neither shortened nor changed. */
    static ListBytes map(FileChannel file) throws IOException {
        long length = file.size();
        ByteBuffer[] segments = new ByteBuffer[Math.toIntExact((length >>> SHIFT) + 1)];
        for (int n = 0; n < segments.length; n++) {
            long from = (long) n << SHIFT;
            long count = Math.min(1L << SHIFT, length - from);
            segments[n] = file.map(FileChannel.MapMode.READ_ONLY, from, count);
        }
        return new ListBytes(segments, SHIFT, length);
    }

    long length() {
        return length;
    }

    /** An unsigned octet; the caller keeps inside the length. */
    int at(long position) {
        return segments[(int) (position >>> shift)].get((int) position & mask) & 0xFF;
    }

    /** Eight octets, the first one highest; the caller keeps inside the length. */
    long eightAt(long position) {
        int in = (int) position & mask;
        if (in <= mask + 1 - Long.BYTES) {
            return segments[(int) (position >>> shift)].getLong(in);
        }
        long eight = 0;
        for (int n = 0; n < Long.BYTES; n++) {
            eight = eight << 8 | at(position + n);
        }
        return eight;
    }

    void copy(long from, byte[] to, int count) {
        int done = 0;
        while (done < count) {
            int in = (int) (from + done) & mask;
            int now = Math.min(count - done, mask + 1 - in);
            segments[(int) (from + done >>> shift)].get(in, to, done, now);
            done += now;
        }
    }

    byte[] range(long from, int count) {
        byte[] range = new byte[count];
        copy(from, range, count);
        return range;
    }

    void feed(long from, long count, Signature to) throws SignatureException {
        byte[] chunk = new byte[(int) Math.min(CHUNK, count)];
        for (long done = 0; done < count; done += chunk.length) {
            int now = (int) Math.min(chunk.length, count - done);
            copy(from + done, chunk, now);
            to.update(chunk, 0, now);
        }
    }
}
