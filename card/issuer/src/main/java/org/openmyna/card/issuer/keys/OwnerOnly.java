package org.openmyna.card.issuer.keys;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files that only their owner may read, from the moment they exist. */
final class OwnerOnly {
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.complementOf(
                    EnumSet.of(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OWNER_EXECUTE));

    private OwnerOnly() {}

    static void createDirectories(Path directory) throws IOException {
        Files.createDirectories(directory, attributes(directory, "rwx------"));
    }

    static void create(Path file) throws IOException {
        Files.createFile(file, attributes(file, "rw-------"));
    }

    /** Writes beside, makes it durable, then puts it in its place in one step. */
    static void write(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        create(fresh);
        try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
            out.write(content);
            out.getFD().sync();
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        syncDirectory(file.resolveSibling("."));
    }

    /** Durable as well: the file does not come back after a power failure. */
    static void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) syncDirectory(file.resolveSibling("."));
    }

    /**
     * Its content, if nobody else may read it.
     *
     * @throws IssuerKeysOpenToOthers if group or world may do anything with the file (MYNA-ISS-014)
     */
    static byte[] read(Path file) throws IOException {
        if (knowsOwners(file)
                && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new IssuerKeysOpenToOthers(file.toString());
        }
        return Files.readAllBytes(file);
    }

    /** A name is durable when its directory is; systems that cannot sync one keep it anyway. */
    private static void syncDirectory(Path directory) throws IOException {
        if (knowsOwners(directory)) {
            try (var channel = FileChannel.open(directory)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] attributes(Path file, String permissions) {
        return knowsOwners(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean knowsOwners(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
