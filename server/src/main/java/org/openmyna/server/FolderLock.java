package org.openmyna.server;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openmyna.server.web.FolderInUse;
import org.slf4j.LoggerFactory;

/**
 * One server alone in a data folder: a lock that the machine takes back when its holder dies,
 * however it dies. A file beside it says where the holder answers.
 */
final class FolderLock implements AutoCloseable {
    /**
     * Locks are a program's, not a server's: whoever opened and closed the file a second time in
     * one program would let go of the first one's.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final Path address;
    private final FileChannel channel;

    private FolderLock(Path file, Path address, FileChannel channel) {
        this.file = file;
        this.address = address;
        this.channel = channel;
    }

    /**
     * @throws FolderInUse if another server holds it (MYNA-SRV-031)
     */
    static FolderLock take(Path folder) throws IOException {
        Path there = folder.toRealPath();
        Path file = there.resolve("server.lock");
        Path address = there.resolve("server.address");
        if (!HELD_HERE.add(file)) throw new FolderInUse(folder, holder(address));
        boolean mine = false;
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            mine = lock != null;
            if (!mine) throw new FolderInUse(folder, holder(address));
            Files.deleteIfExists(address);
            return new FolderLock(file, address, channel);
        } finally {
            if (!mine) {
                channel.close();
                HELD_HERE.remove(file);
            }
        }
    }

    private static String holder(Path address) throws IOException {
        return Files.exists(address)
                ? Files.readString(address, StandardCharsets.US_ASCII).strip()
                : "…";
    }

    /** For whoever finds the folder in use. */
    void tell(URI where) {
        try {
            Files.writeString(address, where + "\n", StandardCharsets.US_ASCII);
        } catch (IOException onlyForPeople) {
            LoggerFactory.getLogger(FolderLock.class).info("{}", onlyForPeople.toString());
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(address);
            channel.close();
        } catch (IOException released) {
            // the end of the program takes it back
            LoggerFactory.getLogger(FolderLock.class).info("{}", released.toString());
        }
        HELD_HERE.remove(file);
    }
}
