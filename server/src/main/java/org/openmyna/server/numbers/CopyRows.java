package org.openmyna.server.numbers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.postgresql.PGConnection;

/** Rows on their way into a table, in PostgreSQL's binary form of COPY. */
final class CopyRows {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** What a row is written with. */
    interface Writing {
        void to(CopyRows row) throws IOException;
    }

    CopyRows() {
        bytes.writeBytes(HEADER);
    }

    /** One row of so many columns; the writing calls a method for each. */
    void row(int columns, Writing writing) {
        try {
            out.writeShort(columns);
            writing.to(this);
        } catch (IOException memoryAlwaysTakesIt) {
            throw new IllegalStateException(memoryAlwaysTakesIt);
        }
    }

    CopyRows int8(long value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
        return this;
    }

    CopyRows int4(int value) throws IOException {
        out.writeInt(Integer.BYTES);
        out.writeInt(value);
        return this;
    }

    CopyRows int2(int value) throws IOException {
        out.writeInt(Short.BYTES);
        out.writeShort(value);
        return this;
    }

    CopyRows octets(byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
        return this;
    }

    CopyRows text(String value) throws IOException {
        return octets(value.getBytes(StandardCharsets.UTF_8));
    }

    /** NULL for nothing. */
    CopyRows textIfAny(Optional<String> value) throws IOException {
        if (value.isPresent()) return text(value.get());
        out.writeInt(-1);
        return this;
    }

    CopyRows moment(Instant value) throws IOException {
        return int8(ChronoUnit.MICROS.between(EPOCH, value));
    }

    /**
     * Sends them.
     *
     * @param table with its columns: {@code person (person, code)}
     */
    void into(Connection connection, String table) throws SQLException {
        try {
            out.writeShort(-1);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY " + table + " FROM STDIN WITH (FORMAT binary)",
                            new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException broken) {
            throw new SQLException("COPY was broken off", broken);
        }
    }
}
