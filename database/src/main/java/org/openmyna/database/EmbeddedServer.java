package org.openmyna.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.MynaException;

/**
 * This program's part in an embedded server: while it is open it holds a shared lock on {@code
 * users.lock}, and sees to it that the server runs. Who can lock that file for himself alone is the
 * last user, and stops it.
 */
final class EmbeddedServer {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration RESTART = Duration.ofSeconds(20);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final Cluster cluster;
    private final Starter starter;
    private final boolean throwAway;
    private final ReentrantLock mutex = new ReentrantLock();
    private @Nullable FileChannel users;
    private volatile @Nullable FileLock presence;
    private @Nullable ScheduledExecutorService watcher;
    private volatile int lastPort;
    private long quietUntil = System.nanoTime();

    EmbeddedServer(Cluster cluster, Starter starter, boolean throwAway) {
        this.cluster = cluster;
        this.starter = starter;
        this.throwAway = throwAway;
    }

    Cluster cluster() {
        return cluster;
    }

    /** Whether it is gone with the program. */
    boolean isTemporary() {
        return throwAway;
    }

    void join() {
        mutex.lock();
        try {
            OwnerOnly.createIfAbsent(cluster.usersLock());
            users =
                    FileChannel.open(
                            cluster.usersLock(), StandardOpenOption.READ, StandardOpenOption.WRITE);
            // Waits while the last user before us stops the server.
            presence = users.lock(0, Long.MAX_VALUE, true);
            starter.ensureRunning();
            watch();
        } catch (IOException e) {
            leave();
            throw new FolderNotUsable(cluster.folder().toString(), e);
        } catch (MynaException e) {
            leave();
            throw e;
        } finally {
            mutex.unlock();
        }
    }

    private void watch() {
        ScheduledExecutorService executor =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("openmyna-postgresql-watch").factory());
        executor.scheduleWithFixedDelay(
                this::look,
                BETWEEN_LOOKS.toMillis(),
                BETWEEN_LOOKS.toMillis(),
                TimeUnit.MILLISECONDS);
        watcher = executor;
    }

    /** Died while we live: started again, by us or by another user who was faster. */
    private void look() {
        if (Postmaster.living(cluster.data()).isPresent() || System.nanoTime() - quietUntil < 0) {
            return;
        }
        mutex.lock();
        try {
            if (presence != null) {
                starter.ensureRunning();
            }
        } catch (IOException | UncheckedIOException | MynaException e) {
            // Whoever asks for a connection is told; we try again, not at once.
            quietUntil = System.nanoTime() + AFTER_FAILURE.toNanos();
        } finally {
            mutex.unlock();
        }
    }

    boolean isOpen() {
        return presence != null;
    }

    /** Known to every user of this folder. */
    String superuserPassword() {
        try {
            return cluster.password().read();
        } catch (IOException e) {
            throw new FolderNotUsable(cluster.folder().toString(), e);
        }
    }

    /**
     * Waits a while for a server that is being started again: a pool that asks in vain would ask
     * ever more seldom.
     */
    void awaitReady() {
        Patience.until(RESTART, () -> presence == null || starter.isReady());
    }

    /** Where it listens; while it is down, where it listened last. */
    int port() {
        try {
            Postmaster.living(cluster.data()).ifPresent(postmaster -> lastPort = postmaster.port());
        } catch (UncheckedIOException e) {
            // No more files may be opened: it has hardly moved.
        }
        return lastPort;
    }

    /** Stops the server if nobody else uses it. May be called again. */
    void leave() {
        mutex.lock();
        try {
            if (watcher != null) {
                watcher.shutdown();
                watcher = null;
            }
            FileChannel channel = users;
            if (channel == null) {
                return;
            }
            users = null;
            leave(channel);
            if (throwAway) {
                OwnerOnly.deleteTree(cluster.folder());
            }
        } catch (IOException e) {
            throw new FolderNotUsable(cluster.folder().toString(), e);
        } finally {
            mutex.unlock();
        }
    }

    /**
     * Closed in any case: an open channel that is found by the garbage collector later would end
     * the lock of whoever opened this folder in this program since.
     */
    private void leave(FileChannel channel) throws IOException {
        try (channel) {
            FileLock present = presence;
            presence = null;
            if (present != null) {
                present.release();
                stopIfLast(channel);
            }
        }
    }

    private void stopIfLast(FileChannel channel) throws IOException {
        try (FileLock alone = channel.tryLock()) {
            if (alone != null) {
                starter.stop(throwAway ? "immediate" : "fast");
            }
        }
    }
}
