package org.openmyna.interop;

import static org.openmyna.interop.OutsideProgram.MOUNT;
import static org.openmyna.interop.OutsideProgram.UMOUNT;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/** A disk of a few megabytes, in memory, that a test fills and frees. */
final class SmallDisk implements AutoCloseable {
    private static final int CHUNK = 65_536;

    private final Path folder;
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
    }

    /**
     * Skips the test where this user may not mount anything.
     *
     * @param folder an empty one
     */
    static SmallDisk mounted(Path folder, int megabytes) {
        Run tried = MOUNT.run("-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder);
        if (tried.exitCode() != 0) {
            throw new TestAbortedException("only root may mount a small disk: " + tried);
        }
        return new SmallDisk(folder);
    }

    Path folder() {
        return folder;
    }

    /** Nothing but so many bytes are left. */
    void fillUpTo(long bytes) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (Files.getFileStore(folder).getUsableSpace() > bytes) out.write(chunk);
        } catch (IOException full) {
            // fuller than was wanted: somebody else writes too
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(ballast);
    }

    @Override
    public void close() {
        // lazily: a process that was killed may hold a file for a moment more
        UMOUNT.run("-l", folder).succeeds();
    }
}
