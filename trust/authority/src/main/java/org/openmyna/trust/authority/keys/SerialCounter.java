package org.openmyna.trust.authority.keys;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.openmyna.trust.profile.CaKind;

/**
 * The one counter of a CA's serials (reference 2.3), in the database. What it hands out is
 * committed as taken before it is used: gaps occur, doubles never, whoever is killed.
 */
public final class SerialCounter {
    private static final String TAKE =
            """
            UPDATE authority
               SET next_serial = next_serial + ?
             WHERE ca = ?
            RETURNING next_serial
            """;

    private final DataSource database;

    public SerialCounter(DataSource database) {
        this.database = database;
    }

    /**
     * Takes serials that follow each other.
     *
     * @param count 1 to 1,024
     * @return the first of them
     * @throws GenerationsNotReadable if the database does not answer, or has no such CA
     *     (MYNA-KEY-007)
     */
    public long take(CaKind ca, int count) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(TAKE)) {
            statement.setInt(1, count);
            statement.setShort(2, Generation.code(ca));
            try (var row = statement.executeQuery()) {
                if (!row.next()) throw new SQLException("no authority " + ca);
                return row.getLong(1) - count;
            }
        } catch (SQLException failed) {
            throw new GenerationsNotReadable(failed);
        }
    }
}
