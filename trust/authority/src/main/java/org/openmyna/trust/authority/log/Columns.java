package org.openmyna.trust.authority.log;

import java.math.BigInteger;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.profile.CertificateSerial;

/**
 * Rows as arrays, one for each column: a batch is then one statement with {@code unnest}.
 *
 * @param <R> what a row is made from
 */
record Columns<R>(Connection connection, List<R> rows) {
    Array kinds(Function<R, StatusEvent> event) throws SQLException {
        return array("int2", Short[]::new, row -> (short) event.apply(row).kind().code());
    }

    Array generations(Function<R, StatusEvent> event) throws SQLException {
        return array("int2", Short[]::new, row -> event.apply(row).generation());
    }

    Array serials(Function<R, StatusEvent> event) throws SQLException {
        return array("bytea", byte[][]::new, row -> bytes(event.apply(row).serial()));
    }

    Array reasons(Function<R, StatusEvent> event) throws SQLException {
        return array(
                "int2",
                Short[]::new,
                row -> event.apply(row).reason().map(each -> (short) each.code()).orElse(null));
    }

    Array points(Function<R, StatusEvent> event) throws SQLException {
        return array("text", String[]::new, row -> event.apply(row).point());
    }

    /** Seconds of the epoch. */
    Array ends(Function<R, StatusEvent> event) throws SQLException {
        return array("int8", Long[]::new, row -> event.apply(row).notAfter().getEpochSecond());
    }

    Array contents(Function<R, StatusEvent> event) throws SQLException {
        return array("bytea", byte[][]::new, row -> event.apply(row).content().orElse(null));
    }

    <T> Array array(String type, IntFunction<T[]> maker, Function<R, @Nullable T> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray(maker));
    }

    /** As the tables hold serials: unsigned, big-endian, without leading zeros. */
    static byte[] bytes(CertificateSerial serial) {
        byte[] signed = serial.value().toByteArray();
        return signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
    }

    /**
     * @throws IllegalArgumentException if there are leading zeros: one serial has one form, or a
     *     byte could be put into the table unseen
     */
    static CertificateSerial serial(byte[] unsigned) {
        if (unsigned.length > 0 && unsigned[0] == 0) {
            throw new IllegalArgumentException("a serial has no leading zeros");
        }
        return new CertificateSerial(new BigInteger(1, unsigned));
    }
}
