package org.openmyna.card.chip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The pcscd that OpenMyna started on this machine and the processes that use it, in one small file:
 * whoever leaves last ends the daemon, whoever started it. Open means locked, against other
 * processes by a file lock and inside this one by a Java lock; dead processes are forgotten.
 */
final class DaemonLedger implements AutoCloseable {
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(30);
    private static final String DAEMON = "daemon ";
    private static final String USER = "user ";

    /** File locks are held by the whole process, so its threads need a lock of their own. */
    private static final ReentrantLock ONE_THREAD = new ReentrantLock();

    private final FileChannel file;
    private final List<ProcessId> users = new ArrayList<>();
    private @Nullable ProcessId daemon;

    private DaemonLedger(FileChannel file) {
        this.file = file;
    }

    static DaemonLedger open(Path directory) throws IOException {
        ONE_THREAD.lock();
        try {
            DaemonLedger ledger = new DaemonLedger(lockedFile(directory));
            ledger.read();
            return ledger;
        } catch (IOException | RuntimeException failed) {
            ONE_THREAD.unlock();
            throw failed;
        }
    }

    /** The living daemon that some process of OpenMyna started. */
    Optional<ProcessId> daemon() {
        return Optional.ofNullable(daemon);
    }

    void started(ProcessId started) {
        daemon = started;
    }

    void ended() {
        daemon = null;
    }

    /** A process that uses the daemon twice joins twice. */
    void join(ProcessId user) {
        users.add(user);
    }

    void leave(ProcessId user) {
        users.remove(user);
    }

    int users() {
        return users.size();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            write();
        } finally {
            ONE_THREAD.unlock();
        }
    }

    private static FileChannel lockedFile(Path directory) throws IOException {
        Files.createDirectories(
                directory,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        FileChannel channel =
                FileChannel.open(
                        directory.resolve("pcscd.users"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            Patience.Question<IOException> locked =
                    () -> {
                        @Nullable FileLock lock = channel.tryLock();
                        return lock != null;
                    };
            if (Patience.until(LOCK_PATIENCE, locked)) {
                return channel;
            }
            throw new IOException("another process keeps " + directory + " locked");
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    private void read() throws IOException {
        byte[] bytes = Channels.newInputStream(file).readAllBytes();
        for (String line : new String(bytes, StandardCharsets.US_ASCII).lines().toList()) {
            if (line.startsWith(DAEMON)) {
                daemon = living(line.substring(DAEMON.length())).orElse(null);
            } else if (line.startsWith(USER)) {
                living(line.substring(USER.length())).ifPresent(users::add);
            }
        }
    }

    private static Optional<ProcessId> living(String text) {
        return Optional.of(ProcessId.parse(text)).filter(ProcessId::lives);
    }

    private void write() throws IOException {
        StringBuilder text = new StringBuilder();
        if (daemon != null) {
            text.append(DAEMON).append(daemon).append('\n');
        }
        users.forEach(user -> text.append(USER).append(user).append('\n'));
        file.truncate(0);
        file.position(0);
        var bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            var _ = file.write(bytes);
        }
    }
}
