package org.openmyna.trust.authority.status;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.authority.log.StatusEvent;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.RevocationReason;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads the log behind a position as PostgreSQL's binary copy: no text, no object for each column.
 */
final class LogCopy {
    private static final int SIGNATURE_BYTES = 11;
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0};
    private static final int END = -1;
    private static final int NULL = -1;

    /** PostgreSQL counts microseconds from 2000 on. */
    private static final long POSTGRES_EPOCH = 946_684_800L;

    private static final String BEHIND =
            """
            COPY (SELECT position, event, generation, serial, reason, happened_at
                    FROM status_log
                   WHERE position > %d
                  ORDER BY position) TO STDOUT (FORMAT binary)
            """;
    private static final String ANY_WAITING = "SELECT EXISTS (SELECT 1 FROM status_inbox)";
    private static final String HASH_AT = "SELECT hash FROM status_log WHERE position = ?";
    private static final String LAST =
            "SELECT position FROM status_log ORDER BY position DESC LIMIT 1";

    private LogCopy() {}

    /** Takes the numbers of a row. */
    interface Row {
        void take(
                long position,
                StatusEvent.Kind kind,
                short generation,
                CertificateSerial serial,
                @Nullable RevocationReason reason,
                long happenedAtSecond);
    }

    /**
     * A position is missing: somebody took an entry out of the log, and what follows is not told.
     */
    static final class Gap extends RuntimeException {
        Gap(long after) {
            super("no entry follows position " + after, null, false, false);
        }
    }

    /**
     * @return the position reached
     * @throws Gap if a position does not follow the one before
     */
    static long read(Connection connection, long after, Row row) throws SQLException {
        String sql = BEHIND.formatted(after);
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
        boolean whole = false;
        try {
            long reached = read(copy, after, row);
            whole = true;
            return reached;
        } finally {
            // the rest of the answer is not read: the connection is of no use any more
            if (!whole) connection.abort(Runnable::run);
        }
    }

    private static long read(CopyOut copy, long after, Row row) throws SQLException {
        long position = after;
        boolean first = true;
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            ByteBuffer in = ByteBuffer.wrap(message);
            if (first) {
                skipHeader(message, in);
                first = false;
            }
            // the header shares a message with the first row
            while (in.hasRemaining()) {
                if (in.getShort() == END) break;
                long next = longColumn(in);
                if (next != position + 1) throw new Gap(position);
                position = next;
                takeRow(in, next, row);
            }
        }
        return position;
    }

    private static void skipHeader(byte[] message, ByteBuffer in) {
        if (!Arrays.equals(message, 0, SIGNATURE_BYTES, SIGNATURE, 0, SIGNATURE_BYTES)) {
            throw new IllegalStateException("not PostgreSQL's binary copy");
        }
        in.position(SIGNATURE_BYTES + 4);
        in.position(in.getInt() + in.position());
    }

    private static void takeRow(ByteBuffer in, long position, Row row) {
        in.getInt();
        StatusEvent.Kind kind = StatusEvent.Kind.ofCode(in.getShort()).orElseThrow();
        in.getInt();
        short generation = in.getShort();
        CertificateSerial serial = serial(in);
        RevocationReason reason = null;
        if (in.getInt() != NULL) reason = RevocationReason.ofCode(in.getShort()).orElseThrow();
        long second = Math.floorDiv(longColumn(in), 1_000_000L) + POSTGRES_EPOCH;
        row.take(position, kind, generation, serial, reason, second);
    }

    private static long longColumn(ByteBuffer in) {
        in.getInt();
        return in.getLong();
    }

    private static CertificateSerial serial(ByteBuffer in) {
        byte[] unsigned = new byte[in.getInt()];
        in.get(unsigned);
        return new CertificateSerial(new BigInteger(1, unsigned));
    }

    static long last(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LAST);
                ResultSet row = query.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Whether something was committed that is not in the log yet. */
    static boolean isAnyWaiting(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ANY_WAITING);
                ResultSet row = query.executeQuery()) {
            return row.next() && row.getBoolean(1);
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

    static Instant moment(long second) {
        return Instant.ofEpochSecond(second);
    }
}
