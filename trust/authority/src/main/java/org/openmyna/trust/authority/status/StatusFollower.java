package org.openmyna.trust.authority.status;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.authority.log.StatusEvent;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.RevocationReason;

/**
 * Keeps an index where the log is. It only reads, so it also runs where the database can only be
 * read. From a snapshot, if it has a good one, else from the beginning.
 */
public final class StatusFollower {
    private static final long SNAPSHOT_EVERY = 1_000_000;

    private final DataSource database;
    private final StatusIndex index;
    private final Optional<StatusSnapshot> snapshot;
    private final InstantSource legalTime;
    private final FollowerDuty duty = new FollowerDuty(this);
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private boolean begun;
    private long snapshotPosition;
    private volatile long confirmedNanos = System.nanoTime();

    /** Told what changed, after the index tells it. */
    @FunctionalInterface
    public interface Listener {
        void changed(StatusEvent.Kind kind, short generation, CertificateSerial serial);
    }

    /**
     * @param snapshot where the index is kept over a restart; empty to keep none
     */
    public StatusFollower(
            DataSource database,
            StatusIndex index,
            Optional<Path> snapshot,
            InstantSource legalTime) {
        this.database = database;
        this.index = index;
        this.snapshot = snapshot.map(StatusSnapshot::new);
        this.legalTime = legalTime;
    }

    /** Listeners hear of changes from their registration on, not of those that a start reads. */
    public void onChange(Listener listener) {
        listeners.add(listener);
    }

    /**
     * Reads what the log has more than the index.
     *
     * @return the position reached
     * @throws LogNotFollowed if the database does not answer (MYNA-STA-001)
     */
    public long follow() {
        lock.lock();
        try (Connection connection = database.getConnection()) {
            begin(connection);
            Instant now = legalTime.instant().truncatedTo(ChronoUnit.SECONDS);
            boolean complete = !LogCopy.isAnyWaiting(connection);
            if (LogCopy.last(connection) > index.position()) read(connection);
            if (complete) index.confirm(now);
            confirmedNanos = System.nanoTime();
            return index.position();
        } catch (SQLException | LogCopy.Gap failed) {
            throw new LogNotFollowed(failed);
        } finally {
            lock.unlock();
        }
    }

    /** A snapshot counts only if it tells of this very log. */
    private void begin(Connection connection) throws SQLException {
        if (begun) return;
        if (snapshot.isPresent() && snapshot.get().readInto(index)) {
            byte[] hash = LogCopy.hashAt(connection, index.position());
            if (!Arrays.equals(hash, index.hash())) index.clear();
        }
        snapshotPosition = index.position();
        begun = true;
    }

    /** A connection that fails is cleaned by its pool. */
    private void read(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // by the index on the position, in which the table lies anyway
            statement.execute("SET LOCAL enable_seqscan = off");
            statement.execute("SET LOCAL enable_sort = off");
        }
        var batch = new Batch(index.position());
        LogCopy.read(connection, index.position(), batch);
        if (batch.position > index.position()) publish(connection, batch);
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void publish(Connection connection, Batch batch) throws SQLException {
        boolean first = index.position() == 0;
        index.publish(batch.position, LogCopy.hashAt(connection, batch.position));
        // dates rise with positions: whatever is dated earlier has been read
        index.confirm(LogCopy.moment(batch.second));
        if (!first || batch.changes.size() < Batch.MOST_TOLD) {
            for (Change change : batch.changes) {
                for (Listener listener : listeners) {
                    listener.changed(change.kind(), change.generation(), change.serial());
                }
            }
        }
        if (index.position() - snapshotPosition >= SNAPSHOT_EVERY) saveSnapshot();
    }

    private record Change(StatusEvent.Kind kind, short generation, CertificateSerial serial) {}

    /** Rows on their way into the index. */
    private final class Batch implements LogCopy.Row {
        static final int MOST_TOLD = 1_000_000;
        private final List<Change> changes = new java.util.ArrayList<>();
        private long position;
        private long second;

        Batch(long after) {
            this.position = after;
        }

        @Override
        public void take(
                long next,
                StatusEvent.Kind kind,
                short generation,
                CertificateSerial serial,
                @Nullable RevocationReason reason,
                long second) {
            position = next;
            this.second = second;
            if (kind == StatusEvent.Kind.CERTIFIED) return;
            long packed =
                    reason == null ? Packed.GOOD : Packed.revoked(LogCopy.moment(second), reason);
            index.apply(generation, serial, packed);
            if (!listeners.isEmpty()) changes.add(new Change(kind, generation, serial));
        }
    }

    /** How long ago the index was known to be where the log is. */
    public Duration lag() {
        return Duration.ofNanos(System.nanoTime() - confirmedNanos);
    }

    /** Something was added to the log by this process: no need to wait for the next look. */
    public void wake() {
        duty.wake();
    }

    /**
     * Writes the snapshot, if there is a place for it.
     *
     * @throws SnapshotNotWritten if the disk does not take it (MYNA-STA-002)
     */
    public void saveSnapshot() {
        lock.lock();
        try {
            if (begun && index.position() > snapshotPosition) {
                snapshot.ifPresent(each -> each.write(index));
                snapshotPosition = index.position();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Starts the background thread: it looks when it is woken and ten times a second.
     *
     * @return ends the thread and writes the snapshot
     */
    public AutoCloseable start() {
        return duty.start();
    }
}
