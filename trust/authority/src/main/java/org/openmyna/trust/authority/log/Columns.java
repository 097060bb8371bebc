package org.openmyna.trust.authority.log;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

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
        return array("bytea", byte[][]::new, row -> SerialColumn.bytes(event.apply(row).serial()));
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
}
