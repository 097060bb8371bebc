package org.openmyna.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Which process holds a card in the reader, noted beside its image while it does. The start time
 * tells a living holder from another process that got its number later.
 *
 * @param reader name of the reader that the card lies in
 */
record HolderNote(long process, Instant started, String reader) {
    static HolderNote ofThisProcess(String reader) {
        ProcessHandle self = ProcessHandle.current();
        return new HolderNote(self.pid(), startOf(self), reader);
    }

    void write(Path file) {
        try {
            Files.writeString(file, process + "\n" + started + "\n" + reader + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The note of a holder that is alive; a left-over note of a dead one counts as none. */
    static Optional<HolderNote> read(Path file) {
        try {
            String[] lines = Files.readString(file, StandardCharsets.UTF_8).split("\n");
            if (lines.length < 3) return Optional.empty();
            var note = new HolderNote(Long.parseLong(lines[0]), Instant.parse(lines[1]), lines[2]);
            return note.handle().isPresent() ? Optional.of(note) : Optional.empty();
        } catch (NoSuchFileException nobody) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The holder, if it still runs. */
    Optional<ProcessHandle> handle() {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .filter(found -> startOf(found).equals(started));
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
