package org.openmyna.server.clock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.openmyna.server.web.LegalClockUnusable;

/**
 * How far legal time is ahead of the machine's: one line of a small file (ISO 8601, such as {@code
 * PT87672H}). It is replaced whole or not at all, so that a kill leaves the old time or the new
 * one. Programs on the same folder agree from their start on; moving it looks at what others did.
 */
final class FolderClock implements LegalClock {
    private static final String FILE = "legal-clock";
    private static final String LOCK = "legal-clock.lock";
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;
    private final InstantSource realTime;
    private volatile Duration ahead;

    FolderClock(Path folder, InstantSource realTime) {
        this.file = folder.resolve(FILE);
        this.realTime = realTime;
        this.ahead = read();
    }

    @Override
    public Instant instant() {
        return realTime.instant().plus(ahead);
    }

    @Override
    public synchronized Instant moveTo(Instant later) {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = open(file.resolveSibling(LOCK), StandardOpenOption.CREATE);
                    FileLock alone = channel.lock()) {
                Duration there = read();
                Duration wanted = Duration.between(realTime.instant(), later);
                if (wanted.compareTo(there) > 0) write(wanted);
                ahead = wanted.compareTo(there) > 0 ? wanted : there;
            }
        } catch (IOException refused) {
            throw new LegalClockUnusable(file, refused);
        }
        return instant();
    }

    private Duration read() {
        try {
            String text = Files.readString(file, StandardCharsets.US_ASCII);
            Duration read = Duration.parse(text.strip());
            if (read.isNegative() || !text.endsWith("\n")) throw new IOException("incomplete");
            return read;
        } catch (NoSuchFileException neverMoved) {
            return Duration.ZERO;
        } catch (IOException | DateTimeParseException damaged) {
            throw new LegalClockUnusable(file, damaged);
        }
    }

    private void write(Duration offset) throws IOException {
        Path fresh = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel out = open(fresh, StandardOpenOption.CREATE_NEW)) {
            out.write(ByteBuffer.wrap((offset + "\n").getBytes(StandardCharsets.US_ASCII)));
            out.force(true);
        }
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.resolveSibling("."))) {
            folder.force(true);
        }
    }

    private static FileChannel open(Path path, StandardOpenOption how) throws IOException {
        return FileChannel.open(path, Set.of(StandardOpenOption.WRITE, how), OWNER_ONLY);
    }
}
