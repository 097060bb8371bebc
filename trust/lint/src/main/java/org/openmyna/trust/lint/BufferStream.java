package org.openmyna.trust.lint;

import java.io.InputStream;
import java.nio.ByteBuffer;

/** Reads a buffer. */
final class BufferStream extends InputStream {
    private final ByteBuffer in;

    BufferStream(ByteBuffer in) {
        this.in = in;
    }

    @Override
    public int read() {
        return in.hasRemaining() ? in.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) {
        if (!in.hasRemaining()) {
            return most == 0 ? 0 : -1;
        }
        int now = Math.min(most, in.remaining());
        in.get(into, from, now);
        return now;
    }
}
