package org.openmyna.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;

/**
 * What an inserted card and the programs on this machine said to each other, as text beside its
 * image. It keeps the newest half at least: two files of at most 2.5 MB each.
 */
final class TraceLog {
    private static final long MOST_BYTES = 2_500_000;

    private final Path file;
    private final Path older;

    private TraceLog(Path file) {
        this.file = file;
        this.older = file.resolveSibling(file.getFileName() + ".old");
    }

    static TraceLog of(CardDrawer drawer, CardName name) {
        return new TraceLog(drawer.image(name).resolveSibling(name + ".trace"));
    }

    /** Adds one event, of a line or more. */
    void add(String event) {
        try {
            if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
                Files.move(file, older, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(
                    file,
                    event + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw CommandFailed.unusable(file, unwritable);
        }
    }

    /** All that is kept, the oldest first. */
    List<String> lines() {
        return Stream.of(older, file).flatMap(each -> lines(each).stream()).toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException unreadable) {
            throw CommandFailed.unusable(file, unreadable);
        }
    }

    /** Whether a line has bytes and no words. */
    static boolean isBytes(String line) {
        return line.startsWith("    > ") || line.startsWith("    < ");
    }
}
