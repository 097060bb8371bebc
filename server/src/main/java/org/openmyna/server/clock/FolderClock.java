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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.openmyna.server.web.LegalClockUnusable;

/**
 * How far legal time is ahead of the machine's, and how fast it runs: one line of a small file, a
 * {@link Course}. It is replaced whole or not at all, so that a kill leaves the old time or the new
 * one. Programs on the same folder agree from their start on; changing it looks at what others did.
 */
final class FolderClock implements LegalClock {
    private static final String FILE = "legal-clock";
    private static final String LOCK = "legal-clock.lock";
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;
    private final InstantSource realTime;
    private volatile Course course;

    FolderClock(Path folder, InstantSource realTime) {
        this.file = folder.resolve(FILE);
        this.realTime = realTime;
        this.course = read();
    }

    @Override
    public Instant instant() {
        return course.at(realTime.instant());
    }

    @Override
    public synchronized Instant moveTo(Instant later) {
        change((there, real) ->
                later.isAfter(there.at(real)) ? Course.from(real, later, there.speed()) : there);
        return instant();
    }

    @Override
    public Speed speed() {
        return course.speed();
    }

    @Override
    public synchronized Speed runAt(Speed wanted) {
        change((there, real) ->
                wanted == there.speed() ? there : Course.from(real, there.at(real), wanted));
        return speed();
    }

    private interface Change {
        Course of(Course there, Instant real);
    }

    private void change(Change change) {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = open(file.resolveSibling(LOCK), StandardOpenOption.CREATE);
                    FileLock alone = channel.lock()) {
                Course there = read();
                Course wanted = change.of(there, realTime.instant());
                if (!wanted.equals(there)) write(wanted);
                course = wanted;
            }
        } catch (IOException refused) {
            throw new LegalClockUnusable(file, refused);
        }
    }

    private Course read() {
        try {
            return Course.parse(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (NoSuchFileException neverMoved) {
            return Course.OF_THE_MACHINE;
        } catch (IOException damaged) {
            throw new LegalClockUnusable(file, damaged);
        }
    }

    private void write(Course wanted) throws IOException {
        Path fresh = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel out = open(fresh, StandardOpenOption.CREATE_NEW)) {
            out.write(ByteBuffer.wrap(wanted.line().getBytes(StandardCharsets.US_ASCII)));
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
