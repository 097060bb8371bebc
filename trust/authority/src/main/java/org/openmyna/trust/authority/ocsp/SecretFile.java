package org.openmyna.trust.authority.ocsp;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A file that its owner alone may read, which is never there in part, and written once. */
final class SecretFile {
    private static final Set<PosixFilePermission> ITS_OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private SecretFile() {}

    static byte[] read(Path file) throws IOException {
        if (knowsOwners(file) && !ITS_OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            throw new SecretUnusable(file.toString(), "open to others than its owner");
        }
        return Files.readAllBytes(file);
    }

    /** Of several programs that do this at once one succeeds, and all then read the same. */
    static void writeOnce(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new SecretUnusable(file.toString(), "no folder");
        }
        Path fresh =
                Files.createTempFile(folder, file.getFileName().toString(), ".new", owner(folder));
        try {
            try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
                out.write(content);
                out.getFD().sync();
            }
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            // its secret counts
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static FileAttribute<?>[] owner(Path folder) {
        return knowsOwners(folder)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(ITS_OWNER)}
                : new FileAttribute<?>[0];
    }

    private static boolean knowsOwners(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
