package org.openmyna.card.issuer.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The issuer's folder, locked against every other program and against ourselves. */
final class LockedFolder implements AutoCloseable {
    private static final String LOCK = "lock";

    private final Path directory;
    private final FileChannel channel;

    private LockedFolder(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    static LockedFolder enter(Path directory) throws IOException {
        Path file = directory.resolve(LOCK);
        if (!Files.exists(file)) OwnerOnly.create(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new IssuerKeysInUse(directory.toString());
        }
        return new LockedFolder(directory, channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException byThisProgram) {
            return false;
        }
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException already) {
            throw new IssuerKeysNotReadable(directory.toString(), already);
        }
    }
}
