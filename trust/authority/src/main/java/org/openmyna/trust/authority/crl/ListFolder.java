package org.openmyna.trust.authority.crl;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The folder that web servers give out. Each list has a numbered file, which never changes, and a
 * name, which is put onto the newest one in one step: whoever reads sees the old one or the new
 * one, whole.
 */
final class ListFolder {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_'-]*\\.(crl|json)");
    private static final String SUFFIX = ".crl";

    private final Path folder;

    ListFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    void make() {
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new ListFolderFailed(folder, refused);
        }
    }

    /** The numbered file of a name. */
    Path numbered(String name, long number) {
        String stem = name.substring(0, name.length() - SUFFIX.length());
        return folder.resolve(stem + "-" + number + SUFFIX);
    }

    /** What is served under a name; nothing for what is no name of ours. */
    Optional<Path> file(String name) {
        Path file = folder.resolve(NAME.matcher(name).matches() ? name : "no-such-list.crl");
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /** From here on the name means this numbered file. */
    void serve(String name, Path numbered) {
        try {
            Path beside = folder.resolve(name + ".new");
            Files.deleteIfExists(beside);
            Files.createLink(beside, numbered);
            // renaming one link of a file onto another does nothing at all, and leaves both
            Files.move(beside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(beside);
        } catch (IOException refused) {
            throw new ListFolderFailed(folder, refused);
        }
    }

    /** For names that a killed program did not move; a folder that was not here before has none. */
    void serveIfElsewhere(String name, Path numbered) {
        Path named = folder.resolve(name);
        try {
            if (Files.exists(numbered)
                    && !(Files.exists(named) && Files.isSameFile(named, numbered))) {
                serve(name, numbered);
            }
        } catch (IOException refused) {
            throw new ListFolderFailed(folder, refused);
        }
    }

    void writeIndex(PublishedIndex index) {
        Path beside = folder.resolve(PublishedIndex.NAME + ".new");
        try {
            Files.writeString(beside, index.json(), StandardCharsets.UTF_8);
            Files.move(beside, folder.resolve(PublishedIndex.NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw new ListFolderFailed(folder, refused);
        }
    }

    void delete(Path numbered) {
        try {
            Files.deleteIfExists(numbered);
        } catch (IOException refused) {
            throw new ListFolderFailed(folder, refused);
        }
    }

    /** The names of new files are durable when the folder is; not every system can do that. */
    void sync() {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException refused) {
            throw new ListFolderFailed(folder, refused);
        }
    }
}
