package org.openmyna.trust.profile;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Where entries wait until they are counted: in an array, and behind it in a file that is only made
 * when the array is full.
 */
final class EntrySpool implements AutoCloseable {
    private static final int ROOM = 1 << 18;

    private final Path file;
    private final byte[] buffer = new byte[ROOM];
    private int filled;
    private long flushed;
    private @Nullable FileChannel channel;

    EntrySpool(Path file) {
        this.file = file;
    }

    /** The array, which has room for one more entry behind {@link #end()}. */
    byte[] roomForOne() throws IOException {
        if (ROOM - filled < EntryWriter.MOST) {
            flush();
        }
        return buffer;
    }

    int end() {
        return filled;
    }

    /** Takes what was written into the array up to here. */
    void take(int end) {
        filled = end;
    }

    long length() {
        return flushed + filled;
    }

    private void flush() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            open =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            channel = open;
        }
        ByteBuffer full = ByteBuffer.wrap(buffer, 0, filled);
        while (full.hasRemaining()) {
            open.write(full);
        }
        flushed += filled;
        filled = 0;
    }

    void copyTo(FileChannel target) throws IOException {
        FileChannel open = channel;
        for (long done = 0; open != null && done < flushed; ) {
            long moved = open.transferTo(done, flushed - done, target);
            if (moved <= 0) {
                throw new EOFException(file + " was cut by somebody");
            }
            done += moved;
        }
        ByteBuffer rest = ByteBuffer.wrap(buffer, 0, filled);
        while (rest.hasRemaining()) {
            target.write(rest);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            Files.deleteIfExists(file);
        }
    }
}
