package org.openmyna.server.numbers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.postgresql.PGConnection;

/** Rows on their way into a table, in PostgreSQL's binary form of COPY. */
final class CopyRows {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final VarHandle BIG_ENDIAN_2 = view(short[].class);
    private static final VarHandle BIG_ENDIAN_4 = view(int[].class);
    private static final VarHandle BIG_ENDIAN_8 = view(long[].class);

    private static VarHandle view(Class<?> type) {
        return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.BIG_ENDIAN);
    }

    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private byte[] bytes = Arrays.copyOf(HEADER, 1 << 16);
    private int length = HEADER.length;

    /** A row of so many columns begins; each is then written with one call. */
    CopyRows row(int columns) {
        return two(columns);
    }

    CopyRows int8(long value) {
        return four(Long.BYTES).eight(value);
    }

    CopyRows int4(int value) {
        return four(Integer.BYTES).four(value);
    }

    CopyRows int2(int value) {
        return four(Short.BYTES).two(value);
    }

    CopyRows octets(byte[] value) {
        four(value.length).room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    CopyRows text(String value) {
        return octets(value.getBytes(StandardCharsets.UTF_8));
    }

    /** NULL for nothing. */
    CopyRows textIfAny(Optional<String> value) {
        return value.isPresent() ? text(value.get()) : four(-1);
    }

    CopyRows moment(Instant value) {
        return int8(ChronoUnit.MICROS.between(EPOCH, value));
    }

    private CopyRows two(int value) {
        room(Short.BYTES);
        BIG_ENDIAN_2.set(bytes, length, (short) value);
        length += Short.BYTES;
        return this;
    }

    private CopyRows four(int value) {
        room(Integer.BYTES);
        BIG_ENDIAN_4.set(bytes, length, value);
        length += Integer.BYTES;
        return this;
    }

    private CopyRows eight(long value) {
        room(Long.BYTES);
        BIG_ENDIAN_8.set(bytes, length, value);
        length += Long.BYTES;
        return this;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length + more);
        }
    }

    /**
     * Sends them.
     *
     * @param table with its columns: {@code person (person, code)}
     */
    void into(Connection connection, String table) throws SQLException {
        two(-1);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY " + table + " FROM STDIN WITH (FORMAT binary)",
                            new ByteArrayInputStream(bytes, 0, length));
        } catch (IOException broken) {
            throw new SQLException("COPY was broken off", broken);
        }
    }
}
