package org.openmyna.trust.authority.status;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads a piece of the log as PostgreSQL's binary copy: no text, no object for each column. The
 * position itself is not sent: positions are unique and asked for in order, so a piece that has as
 * many rows as positions has them all.
 */
final class LogCopy {
    private static final int SIGNATURE_BYTES = 11;
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0};
    private static final int END = -1;

    private static final String PIECE =
            """
            COPY (SELECT event, generation, serial, reason, happened_at
                    FROM status_log
                   WHERE position > %d AND position <= %d
                  ORDER BY position) TO STDOUT (FORMAT binary)
            """;
    private static final String FIRST_WAITING =
            "SELECT happened_at FROM status_inbox ORDER BY id LIMIT 1";
    private static final String HASH_AT = "SELECT hash FROM status_log WHERE position = ?";
    private static final String LAST =
            "SELECT position FROM status_log ORDER BY position DESC LIMIT 1";

    private LogCopy() {}

    /**
     * The entries behind a position up to another, which is in the log.
     *
     * @param connection with auto-commit on; of no use any more if this fails
     * @throws LogNotWhole if an entry is missing or cannot be read (MYNA-STA-003)
     */
    static Piece read(Connection connection, long after, long to) throws SQLException {
        boolean whole = false;
        connection.setAutoCommit(false);
        try {
            byTheIndex(connection);
            String sql = PIECE.formatted(after, to);
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
            Piece piece = read(copy, after, to);
            connection.commit();
            connection.setAutoCommit(true);
            whole = true;
            return piece;
        } finally {
            // the rest of the answer is not read
            if (!whole) connection.abort(Runnable::run);
        }
    }

    /** On the position, in whose order the table lies anyway. */
    private static void byTheIndex(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL enable_seqscan = off");
            statement.execute("SET LOCAL enable_bitmapscan = off");
            statement.execute("SET LOCAL enable_sort = off");
        }
    }

    private static Piece read(CopyOut copy, long after, long to) throws SQLException {
        var piece = new Piece(after, to);
        try {
            boolean first = true;
            for (byte[] message = copy.readFromCopy();
                    message != null;
                    message = copy.readFromCopy()) {
                ByteBuffer in = ByteBuffer.wrap(message);
                // the header shares a message with the first row
                if (first) skipHeader(message, in);
                first = false;
                while (in.hasRemaining() && in.getShort() != END) piece.add(in);
            }
        } catch (BufferUnderflowException | IllegalArgumentException nonsense) {
            throw new LogNotWhole(piece.reached() + 1);
        }
        if (piece.reached() != to) throw new LogNotWhole(after + 1);
        return piece;
    }

    private static void skipHeader(byte[] message, ByteBuffer in) {
        if (!Arrays.equals(message, 0, SIGNATURE_BYTES, SIGNATURE, 0, SIGNATURE_BYTES)) {
            throw new IllegalArgumentException("not PostgreSQL's binary copy");
        }
        in.position(SIGNATURE_BYTES + Integer.BYTES);
        in.position(in.getInt() + in.position());
    }

    /** The position of the last entry; 0 for an empty log. */
    static long last(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LAST);
                ResultSet row = query.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** The date of the first event that was committed and is not in the log yet. */
    static Optional<Instant> firstWaiting(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(FIRST_WAITING);
                ResultSet row = query.executeQuery()) {
            return row.next()
                    ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                    : Optional.empty();
        }
    }

    /** The hash of an entry; 32 zeros for position 0, empty if there is no such entry. */
    static byte[] hashAt(Connection connection, long position) throws SQLException {
        if (position == 0) return new byte[32];
        try (PreparedStatement query = connection.prepareStatement(HASH_AT)) {
            query.setLong(1, position);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getBytes(1) : new byte[0];
            }
        }
    }
}
