package org.openmyna.trust.authority;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.stream.Stream;

/** The directory of one authority, locked against every other program and against ourselves. */
final class Premises implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String LEDGER = "ledger";
    private static final String KEY = "key.p12";
    private static final String PASSWORD = "key.password";
    private static final Set<String> LEFT_BY_A_CEREMONY =
            Set.of(LOCK, KEY, PASSWORD, LEDGER + ".new", KEY + ".new", PASSWORD + ".new");

    private final Path directory;
    private final FileChannel channel;

    private Premises(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** A directory for a ceremony: new, empty, or with what an interrupted ceremony left. */
    static Premises establish(Path directory) throws IOException {
        OwnerOnly.createDirectories(directory);
        try (Stream<Path> there = Files.list(directory)) {
            if (!there.allMatch(
                    file -> LEFT_BY_A_CEREMONY.contains(String.valueOf(file.getFileName())))) {
                throw new DirectoryNotFree(directory.toString());
            }
        }
        Premises premises = lock(directory);
        if (Files.exists(premises.ledger())) {
            premises.close();
            throw new DirectoryNotFree(directory.toString());
        }
        return premises;
    }

    static Premises enter(Path directory) throws IOException {
        if (!Files.isRegularFile(directory.resolve(LEDGER))) {
            throw new NoAuthorityHere(directory.toString());
        }
        return lock(directory);
    }

    private static Premises lock(Path directory) throws IOException {
        Path file = directory.resolve(LOCK);
        if (!Files.exists(file)) {
            OwnerOnly.create(file);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new AuthorityInUse(directory.toString());
        }
        return new Premises(directory, channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException byThisProgram) {
            return false;
        }
    }

    Path ledger() {
        return directory.resolve(LEDGER);
    }

    KeyFile key() {
        return new KeyFile(directory.resolve(KEY));
    }

    Path password() {
        return directory.resolve(PASSWORD);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException already) {
            throw new AuthorityNotReadable(directory.toString(), already);
        }
    }
}
