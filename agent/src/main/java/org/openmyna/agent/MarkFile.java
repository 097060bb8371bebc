package org.openmyna.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmyna.agent.page.Mark;

/** The person's own word and picture, kept in a file that nobody else can read. */
final class MarkFile {
    private static final int LONGEST = 12;
    private static final List<String> FIRST_WORDS =
            List.of("うめ", "さくら", "もみじ", "すずめ", "つばめ", "こはる", "みなと", "あおぞら");

    private final @Nullable Path file;
    private @Nullable Mark mark; // guarded by this

    private MarkFile(@Nullable Path file) {
        this.file = file;
    }

    /** For a machine that many people use. */
    static MarkFile none() {
        return new MarkFile(null);
    }

    /** In this folder; the first word is drawn by lot. */
    static MarkFile in(Path folder) {
        return new MarkFile(folder.resolve("mark"));
    }

    synchronized Optional<Mark> mark() {
        if (file == null) return Optional.empty();
        Mark known = mark;
        if (known == null) {
            known = read(file).orElseGet(() -> drawn(file));
            mark = known;
        }
        return Optional.of(known);
    }

    /** Keeps another one; false if it has not the shape of one. */
    synchronized boolean change(String word, String picture) {
        Optional<Mark> other = of(word.strip(), picture);
        if (file == null || other.isEmpty()) return false;
        write(file, other.get());
        mark = other.get();
        return true;
    }

    private static Optional<Mark> of(String word, String picture) {
        boolean fits =
                !word.isEmpty()
                        && word.length() <= LONGEST
                        && word.codePoints().allMatch(Character::isLetterOrDigit);
        return Stream.of(Mark.Picture.values())
                .filter(each -> fits && each.token().equals(picture))
                .map(each -> new Mark(word, each))
                .findFirst();
    }

    /** Kept at once: it must be the same the next time. */
    private static Mark drawn(Path file) {
        var chance = new SecureRandom();
        Mark.Picture[] pictures = Mark.Picture.values();
        Mark mark =
                new Mark(
                        FIRST_WORDS.get(chance.nextInt(FIRST_WORDS.size())),
                        pictures[chance.nextInt(pictures.length)]);
        write(file, mark);
        return mark;
    }

    private static Optional<Mark> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return lines.size() < 2 ? Optional.empty() : of(lines.get(0), lines.get(1));
        } catch (NoSuchFileException first) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void write(Path file, Mark mark) {
        try {
            Files.createDirectories(file.getParent());
            Path draft = file.resolveSibling("mark.draft");
            Files.writeString(draft, mark.word() + "\n" + mark.picture().token() + "\n");
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
