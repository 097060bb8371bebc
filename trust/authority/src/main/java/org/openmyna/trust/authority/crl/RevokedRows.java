package org.openmyna.trust.authority.crl;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.RevocationListWriter;
import org.openmyna.trust.profile.RevocationReason;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/**
 * Streams what is revoked out of the database, in the order of a list: rising serials, which are
 * bytes of different length. COPY in its binary format makes no object a row.
 */
final class RevokedRows implements AutoCloseable {
    private static final String OF_A_GENERATION =
            """
            COPY (SELECT serial, reason, revoked_at, ''::text
                    FROM revoked
                   WHERE generation = %d AND not_after >= '%s'
                   ORDER BY length(serial), serial)
              TO STDOUT (FORMAT binary)
            """;
    private static final String OF_A_POINT =
            """
            COPY (SELECT serial, reason, revoked_at, ''::text
                    FROM revoked
                   WHERE generation = %d AND not_after >= '%s' AND point = '%s'
                   ORDER BY length(serial), serial)
              TO STDOUT (FORMAT binary)
            """;
    private static final String BY_POINT =
            """
            COPY (SELECT serial, reason, revoked_at, point
                    FROM revoked
                   WHERE generation = %d AND not_after >= '%s'
                   ORDER BY point COLLATE "C", length(serial), serial)
              TO STDOUT (FORMAT binary)
            """;

    /** Fixed signature, flags, and the length of an extension that nobody writes. */
    private static final int HEADER_BYTES = 19;

    private static final long MICROS = 1_000_000;
    private static final int CHUNK = 1 << 16;
    private static final RevocationReason[] REASONS = RevocationReason.values();

    /** Seconds from 1970 to 2000, where PostgreSQL counts from. */
    private static final long SECOND_2000 = 946_684_800;

    private final PGCopyInputStream copy;
    private final DataInputStream in;
    private final byte[] serial = new byte[64];
    private int serialLength;
    private int reason;
    private long second;
    private final byte[] pointBytes = new byte[CHUNK];
    private byte[] pointRead = new byte[0];
    private String point = "";

    private RevokedRows(Connection connection, String sql) throws SQLException, IOException {
        this.copy = new PGCopyInputStream(connection.unwrap(PGConnection.class), sql);
        this.in = new DataInputStream(new BufferedInputStream(copy, CHUNK));
        in.skipNBytes(HEADER_BYTES);
    }

    /** All of a generation whose certificates end at a moment or later. */
    static RevokedRows ofGeneration(Connection connection, short generation, Instant endingFrom)
            throws SQLException, IOException {
        return new RevokedRows(connection, OF_A_GENERATION.formatted(generation, endingFrom));
    }

    /** The same of one point. */
    static RevokedRows ofPoint(
            Connection connection, short generation, Instant endingFrom, String point)
            throws SQLException, IOException {
        // COPY takes no parameters; a quotation mark in the text is doubled
        String quoted = point.replace("'", "''");
        return new RevokedRows(connection, OF_A_POINT.formatted(generation, endingFrom, quoted));
    }

    /** All of a generation, point by point in the order of their characters. */
    static RevokedRows byPoint(Connection connection, short generation, Instant endingFrom)
            throws SQLException, IOException {
        return new RevokedRows(connection, BY_POINT.formatted(generation, endingFrom));
    }

    /** Goes to the next row; false behind the last. */
    boolean next() throws IOException {
        if (in.readShort() < 0) {
            return false;
        }
        serialLength = in.readInt();
        in.readFully(serial, 0, serialLength);
        in.skipNBytes(Integer.BYTES);
        reason = in.readShort();
        in.skipNBytes(Integer.BYTES);
        second = Math.floorDiv(in.readLong(), MICROS) + SECOND_2000;
        int pointLength = in.readInt();
        if (pointLength > 0) {
            readPoint(pointLength);
        }
        return true;
    }

    /** Rows of a point follow each other, so most need no new string. */
    private void readPoint(int length) throws IOException {
        in.readFully(pointBytes, 0, length);
        if (!Arrays.equals(pointBytes, 0, length, pointRead, 0, pointRead.length)) {
            pointRead = Arrays.copyOf(pointBytes, length);
            point = new String(pointRead, StandardCharsets.UTF_8);
        }
    }

    /** Of the row; empty unless the rows come by point. */
    String point() {
        return point;
    }

    /** Adds the row to a list. */
    void addTo(RevocationListWriter list) {
        if (serialLength < Long.BYTES) {
            long value = 0;
            for (int n = 0; n < serialLength; n++) {
                value = value << Byte.SIZE | serial[n] & 0xFF;
            }
            list.add(value, second, REASONS[reason]);
        } else {
            list.add(
                    new CertificateSerial(new BigInteger(1, serial, 0, serialLength)),
                    Instant.ofEpochSecond(second),
                    REASONS[reason]);
        }
    }

    @Override
    public void close() throws IOException {
        copy.close();
    }
}
