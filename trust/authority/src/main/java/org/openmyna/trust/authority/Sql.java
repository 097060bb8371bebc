package org.openmyna.trust.authority;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.profile.CertificateMedium;

/** How our values stand in columns: moments travel as seconds. */
final class Sql {
    private Sql() {}

    static short medium(CertificateMedium medium) {
        return (short) (medium.ordinal() + 1);
    }

    static CertificateMedium medium(int code) {
        return CertificateMedium.values()[code - 1];
    }

    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        long seconds = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    }

    static Optional<Integer> number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    /** One column of many rows, for {@code unnest}. */
    static <T> Array column(
            Connection connection,
            String type,
            Collection<T> rows,
            Function<T, @Nullable Object> cell)
            throws SQLException {
        @Nullable Object[] cells =
                switch (type) {
                    case "bytea" -> new byte[rows.size()][];
                    case "int2" -> new Short[rows.size()];
                    case "int8" -> new Long[rows.size()];
                    default -> new String[rows.size()];
                };
        int at = 0;
        for (T row : rows) cells[at++] = cell.apply(row);
        return connection.createArrayOf(type, cells);
    }

    static @Nullable Long seconds(Optional<Instant> moment) {
        return moment.map(Instant::getEpochSecond).orElse(null);
    }
}
