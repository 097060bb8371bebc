package org.openmyna.trust.authority.status;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.openmyna.trust.authority.log.Sha256;

/**
 * An index in a file: so a start reads memory back instead of the whole log. The file ends with the
 * SHA-256 of everything before; a file that is not whole is no snapshot.
 */
final class StatusSnapshot {
    private static final long MAGIC = 0x4F4D_5354_4154_0001L;
    private static final int BUFFER = 1 << 20;

    private final Path file;

    StatusSnapshot(Path file) {
        this.file = file;
    }

    /**
     * Written beside, synced, and renamed: the old one stays until the new one is whole.
     *
     * @throws SnapshotNotWritten if the disk does not take it (MYNA-STA-002)
     */
    void write(StatusIndex index) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel =
                    FileChannel.open(
                            beside,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                write(index, Channels.newOutputStream(channel));
                channel.force(true);
            }
            Files.move(
                    beside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new SnapshotNotWritten(file.toString(), refused);
        }
    }

    private static void write(StatusIndex index, OutputStream channel) throws IOException {
        MessageDigest digest = Sha256.digest();
        var buffered = new BufferedOutputStream(channel, BUFFER);
        var out =
                new DataOutputStream(
                        new BufferedOutputStream(new DigestOutputStream(buffered, digest), BUFFER));
        out.writeLong(MAGIC);
        index.write(out);
        out.flush();
        buffered.write(digest.digest());
        buffered.flush();
    }

    boolean exists() {
        return Files.exists(file);
    }

    @Override
    public String toString() {
        return file.toString();
    }

    /**
     * Fills an empty index.
     *
     * @return whether there was a whole snapshot; if not, the index is empty again
     */
    boolean readInto(StatusIndex index) {
        if (!Files.isRegularFile(file)) return false;
        MessageDigest digest = Sha256.digest();
        try (InputStream plain = Files.newInputStream(file)) {
            var buffered = new BufferedInputStream(plain, BUFFER);
            // no buffer between digest and reader: what follows the content is the digest itself
            var in = new DataInputStream(new DigestInputStream(buffered, digest));
            if (in.readLong() != MAGIC) return false;
            index.read(in);
            byte[] expected = digest.digest();
            byte[] written = buffered.readNBytes(expected.length);
            if (MessageDigest.isEqual(expected, written) && buffered.read() < 0) return true;
        } catch (IOException | RuntimeException broken) {
            // any bytes may stand in a broken file; the log has the truth
            index.clear();
            return false;
        }
        index.clear();
        return false;
    }
}
