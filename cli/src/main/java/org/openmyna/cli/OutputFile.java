package org.openmyna.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that commands leave: whole under their name, or not there. */
final class OutputFile {
    private OutputFile() {}

    /**
     * Writes beside the place and moves at the end.
     *
     * @throws CommandFailed if the place cannot be written (MYNA-CLI-002)
     */
    static void write(Path file, byte[] content) {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(draft, content);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw CommandFailed.unusable(file, unwritable);
        } finally {
            var _ = draft.toFile().delete();
        }
    }

    /**
     * Writes a new file that its owner alone can read.
     *
     * @throws CommandFailed if the place cannot be written, or is taken (MYNA-CLI-002)
     */
    static void secret(Path file, byte[] content) {
        try {
            Files.createFile(file);
            ownerOnly(file, "rw-------");
            Files.write(file, content);
        } catch (IOException unwritable) {
            throw CommandFailed.unusable(file, unwritable);
        }
    }

    /**
     * A folder, made if it is not there.
     *
     * @throws CommandFailed if it cannot be made (MYNA-CLI-002)
     */
    static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException unwritable) {
            throw CommandFailed.unusable(folder, unwritable);
        }
    }

    /** Shuts out all but the owner, where the disk knows such a thing. */
    static void ownerOnly(Path path, String permissions) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    /**
     * All bytes of a file.
     *
     * @throws CommandFailed if it cannot be read (MYNA-CLI-002)
     */
    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw CommandFailed.unusable(file, unreadable);
        }
    }
}
