package org.openmyna.trust.authority.keys;

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

/**
 * Files that only their owner may read. They are born that way: there is no moment in which others
 * could open them. Where the file system knows no owner, the directory's own rules must do.
 */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.complementOf(
                    EnumSet.of(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OWNER_EXECUTE));

    private OwnerOnly() {}

    /** A folder that only its owner may enter; those that are there stay as they are. */
    public static void createDirectories(Path directory) throws IOException {
        Files.createDirectories(directory, attributes(directory, "rwx------"));
    }

    private static void create(Path file) throws IOException {
        Files.createFile(file, attributes(file, "rw-------"));
    }

    /** Writes beside, makes it durable, then puts it in its place in one step. */
    public static void write(Path file, byte[] content) throws IOException {
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

    /**
     * Reads a file that no other may read.
     *
     * @throws FileOpenToOthers if others may (MYNA-KEY-002)
     */
    public static byte[] read(Path file) throws IOException {
        mustBe(file);
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

    /**
     * @throws FileOpenToOthers if group or world may do anything with the file (MYNA-KEY-002)
     */
    public static void mustBe(Path file) throws IOException {
        if (knowsOwners(file)
                && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new FileOpenToOthers(file.toString());
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
