package org.openmyna.trust.authority.status;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/**
 * A long stretch of the log, piece by piece in order, while others are being read: what is in the
 * log never changes, so two connections see the same. With a pool of one they take turns.
 */
final class ReadAhead {
    private static final int READERS = 2;

    private final DataSource database;
    private final long to;
    private final int pieceRows;
    private final Deque<Future<Piece>> coming = new ArrayDeque<>();
    private long asked;

    ReadAhead(DataSource database, long after, long to, int pieceRows) {
        this.database = database;
        this.asked = after;
        this.to = to;
        this.pieceRows = pieceRows;
    }

    interface Taker {
        void take(Piece piece) throws SQLException;
    }

    void forEach(Taker taker) throws SQLException {
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            try {
                while (askAhead(readers)) taker.take(arrived(coming.removeFirst()));
            } finally {
                // after a failure nobody waits for the rest
                coming.forEach(each -> each.cancel(false));
            }
        }
    }

    /** Whether anything is still to come. */
    private boolean askAhead(ExecutorService readers) {
        while (asked < to && coming.size() <= READERS) {
            long after = asked;
            long end = Math.min(to, after + pieceRows);
            coming.addLast(readers.submit(() -> read(after, end)));
            asked = end;
        }
        return !coming.isEmpty();
    }

    private Piece read(long after, long end) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return LogCopy.read(connection, after, end);
        }
    }

    private static Piece arrived(Future<Piece> piece) throws SQLException {
        try {
            return piece.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof LogNotWhole notWhole) throw notWhole;
            throw new SQLException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SQLException(stopped);
        }
    }
}
