package org.openmyna.trust.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;

/** A part of an open file as a stream; closing it leaves the file open. */
final class FilePart extends InputStream {
    private final FileChannel file;
    private final long end;
    private long position;

    FilePart(FileChannel file, long from, long length) {
        this.file = file;
        this.position = from;
        this.end = from + length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, to.length);
        if (position == end) {
            return -1;
        }
        int wanted = (int) Math.min(length, end - position);
        int count = file.read(ByteBuffer.wrap(to, offset, wanted), position);
        position += Math.max(count, 0);
        return count;
    }
}
