package org.openmyna.trust.authority.status;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.authority.log.StatusEvent;
import org.openmyna.trust.profile.CertificateSerial;

/**
 * Keeps an index where the log is. It only reads, so it also runs where the database can only be
 * read. From a snapshot, if it has a whole one, else from the beginning.
 */
public final class StatusFollower {
    private static final long SNAPSHOT_EVERY = 1_000_000;

    /**
     * So far behind, the index is being rebuilt: by two connections, and without telling a new one.
     */
    private static final long FAR = 1_000_000;

    private static final int PIECE_ROWS = 200_000;

    private final DataSource database;
    private final StatusIndex index;
    private final Optional<StatusSnapshot> snapshot;
    private final InstantSource legalTime;
    private final FollowerDuty duty = new FollowerDuty(this);
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final int pieceRows;
    private final long far;
    private boolean begun;
    private @Nullable Ahead ahead;
    private long snapshotPosition;
    private volatile long confirmedNanos = System.nanoTime();

    /** Where a snapshot ends that the log did not hold. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Ahead(long position, byte[] hash) {}

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
        this(database, index, snapshot, legalTime, PIECE_ROWS, FAR);
    }

    /**
     * @param pieceRows how many entries are read at once
     * @param far behind by more than this, two connections read
     */
    StatusFollower(
            DataSource database,
            StatusIndex index,
            Optional<Path> snapshot,
            InstantSource legalTime,
            int pieceRows,
            long far) {
        this.pieceRows = pieceRows;
        this.far = far;
        this.database = database;
        this.index = index;
        this.snapshot = snapshot.map(StatusSnapshot::new);
        this.legalTime = legalTime;
    }

    /**
     * Listeners hear of changes from their registration on, but not of a long log that an empty
     * index reads from its beginning.
     */
    public void onChange(Listener listener) {
        listeners.add(listener);
    }

    /**
     * Reads what the log has more than the index.
     *
     * @return the position reached
     * @throws LogNotFollowed if the database does not answer (MYNA-STA-001)
     * @throws LogNotWhole if an entry is missing or cannot be read (MYNA-STA-003)
     * @throws LogBehindSnapshot if the log does not hold what a snapshot tells (MYNA-STA-004)
     */
    public long follow() {
        lock.lock();
        try {
            Instant now = legalTime.instant().truncatedTo(ChronoUnit.SECONDS);
            Look look = look();
            if (look.last() > index.position()) readTo(look.last());
            // dates rise with the events: what is dated before the first that waits has been read
            index.confirm(look.firstWaiting().orElse(now));
            confirmedNanos = System.nanoTime();
            if (index.position() - snapshotPosition >= SNAPSHOT_EVERY) saveSnapshot();
            return index.position();
        } catch (SQLException failed) {
            throw new LogNotFollowed(failed);
        } finally {
            lock.unlock();
        }
    }

    private void readTo(long last) throws SQLException {
        boolean isFar = last - index.position() > far;
        boolean told = !isFar || index.position() > 0;
        List<Piece> applied = new ArrayList<>();
        try {
            if (isFar) {
                new ReadAhead(database, index.position(), last, pieceRows)
                        .forEach(piece -> {
                            apply(piece, applied);
                            // a block is made anew once for all of them
                            if (piece.reached() - index.position() >= far) publish(applied, told);
                        });
            } else {
                while (index.position() < last) {
                    apply(nextPiece(last), applied);
                    publish(applied, told);
                }
            }
        } finally {
            // also what came before a failure
            publish(applied, told);
            index.forget();
        }
    }

    /**
     * Where the log ends.
     *
     * @param firstWaiting the date of the first event behind it; empty if that is all there is
     */
    private record Look(long last, Optional<Instant> firstWaiting) {}

    private Look look() throws SQLException {
        try (Connection connection = database.getConnection()) {
            begin(connection);
            mustBeTheLogThatWasRead(connection);
            // in this order: what was not waiting any more is in the log afterwards
            Optional<Instant> firstWaiting = LogCopy.firstWaiting(connection);
            return new Look(LogCopy.last(connection), firstWaiting);
        }
    }

    /**
     * A log that was cut or written anew under a running reader tells other things than the index:
     * nothing is confirmed any more, and answers grow too old to be given.
     */
    private void mustBeTheLogThatWasRead(Connection connection) throws SQLException {
        byte[] hash = LogCopy.hashAt(connection, index.position());
        if (!Arrays.equals(hash, index.hash())) throw new LogNotWhole(index.position());
    }

    /**
     * A whole snapshot of what this log does not hold, or not yet, tells of revocations that the
     * log forgot: nothing is read, and so nothing is good, until the log holds it or somebody takes
     * the snapshot away.
     */
    private void begin(Connection connection) throws SQLException {
        if (begun) return;
        if (snapshot.isPresent()) begin(connection, snapshot.get());
        snapshotPosition = index.position();
        begun = true;
    }

    private void begin(Connection connection, StatusSnapshot kept) throws SQLException {
        Ahead missed = ahead;
        if (missed != null && kept.exists()) mustHold(connection, missed, kept);
        ahead = null;
        if (!kept.readInto(index)) return;
        ahead = new Ahead(index.position(), index.hash());
        boolean held = false;
        try {
            mustHold(connection, ahead, kept);
            ahead = null;
            held = true;
        } finally {
            if (!held) index.clear();
        }
    }

    private static void mustHold(Connection connection, Ahead wanted, StatusSnapshot kept)
            throws SQLException {
        byte[] hash = LogCopy.hashAt(connection, wanted.position());
        if (!Arrays.equals(hash, wanted.hash())) {
            throw new LogBehindSnapshot(kept.toString(), wanted.position());
        }
    }

    private Piece nextPiece(long last) throws SQLException {
        try (Connection connection = database.getConnection()) {
            long after = index.position();
            return LogCopy.read(connection, after, Math.min(last, after + pieceRows));
        }
    }

    private void apply(Piece piece, List<Piece> applied) {
        piece.applyTo(index);
        applied.add(piece);
    }

    private void publish(List<Piece> applied, boolean told) throws SQLException {
        if (applied.isEmpty()) return;
        Piece last = applied.getLast();
        try (Connection connection = database.getConnection()) {
            index.publish(last.reached(), LogCopy.hashAt(connection, last.reached()));
        }
        // dates rise with positions: whatever is dated earlier has been read
        index.confirm(last.moment());
        List<Piece> published = List.copyOf(applied);
        applied.clear();
        if (!told) return;
        for (Piece piece : published) listeners.forEach(piece::tell);
    }

    /** How long ago the index was known to be where the log is. */
    public Duration lag() {
        return Duration.ofNanos(System.nanoTime() - confirmedNanos);
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
     * Starts the background thread: it looks ten times a second.
     *
     * @return ends the thread and writes the snapshot
     */
    public AutoCloseable start() {
        return duty.start();
    }
}
