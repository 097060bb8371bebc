package org.openmyna.trust.profile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.Signature;
import java.security.SignatureException;

/** The bytes of a list, in an array or mapped from a file; one buffer tells at most 2 GB. */
final class ListBytes {
    private static final int SHIFT = 30;
    private static final int SEGMENT = 1 << SHIFT;
    private static final int CHUNK = 1 << 16;

    private final ByteBuffer[] segments;
    private final long length;

    private ListBytes(ByteBuffer[] segments, long length) {
        this.segments = segments;
        this.length = length;
    }

    /** Not copied. */
    static ListBytes of(byte[] bytes) {
        int count = bytes.length / SEGMENT + 1;
        ByteBuffer[] segments = new ByteBuffer[count];
        for (int n = 0; n < count; n++) {
            int from = n * SEGMENT;
            segments[n] =
                    ByteBuffer.wrap(bytes, from, Math.min(SEGMENT, bytes.length - from)).slice();
        }
        return new ListBytes(segments, bytes.length);
    }

    /** The file as it is now; it may be closed and removed, but neither shortened nor changed. */
    static ListBytes map(FileChannel file) throws IOException {
        long length = file.size();
        ByteBuffer[] segments = new ByteBuffer[Math.toIntExact((length >>> SHIFT) + 1)];
        for (int n = 0; n < segments.length; n++) {
            long from = (long) n << SHIFT;
            segments[n] =
                    file.map(FileChannel.MapMode.READ_ONLY, from, Math.min(SEGMENT, length - from));
        }
        return new ListBytes(segments, length);
    }

    long length() {
        return length;
    }

    /** An unsigned octet; the caller keeps inside the length. */
    int at(long position) {
        return segments[(int) (position >>> SHIFT)].get((int) position & SEGMENT - 1) & 0xFF;
    }

    /** Eight octets, the first one highest; the caller keeps inside the length. */
    long eightAt(long position) {
        int in = (int) position & SEGMENT - 1;
        if (in <= SEGMENT - Long.BYTES) {
            return segments[(int) (position >>> SHIFT)].getLong(in);
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
            int in = (int) (from + done) & SEGMENT - 1;
            int now = Math.min(count - done, SEGMENT - in);
            segments[(int) (from + done >>> SHIFT)].get(in, to, done, now);
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
