package org.openmyna.trust.authority;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.keys.SerialMode;
import org.openmyna.trust.authority.log.SerialColumn;

/**
 * A database that was put together from backups of different days may have a counter behind its own
 * certificates. At opening the counter is lifted above everything in the log, the inbox and the
 * requests under way.
 */
final class RestoredCounter {
    /** Serials rise with the log but for blocks of 1,024 a program: its end has the greatest. */
    private static final int TAIL = 100_000;

    private static final String GREATEST =
            """
            SELECT serial
              FROM (
                    (SELECT generation, serial FROM status_log ORDER BY position DESC LIMIT %d)
                    UNION ALL SELECT generation, serial FROM status_inbox
                    UNION ALL SELECT generation, serial FROM certificate WHERE state < 4
                    UNION ALL SELECT generation, serial FROM responder) s
             WHERE generation = ?
             ORDER BY length(serial) DESC, serial DESC
             LIMIT 1
            """
                    .formatted(TAIL);
    private static final String LIFT =
            "UPDATE authority SET next_serial = ? WHERE ca = ? AND next_serial < ?";

    private final DataSource database;

    RestoredCounter(DataSource database) {
        this.database = database;
    }

    void lift(Iterable<Generation> generations) {
        try (Connection connection = database.getConnection()) {
            for (Generation each : generations) {
                if (each.serials() == SerialMode.SEQUENTIAL) lift(connection, each);
            }
        } catch (SQLException failed) {
            throw new AuthorityDatabaseFailed(failed);
        }
    }

    private static void lift(Connection connection, Generation generation) throws SQLException {
        Optional<BigInteger> greatest = greatest(connection, generation);
        if (greatest.isEmpty()) return;
        long next = greatest.get().add(BigInteger.ONE).longValueExact();
        try (PreparedStatement lift = connection.prepareStatement(LIFT)) {
            lift.setLong(1, next);
            lift.setShort(2, Generation.code(generation.ca()));
            lift.setLong(3, next);
            lift.executeUpdate();
        }
    }

    private static Optional<BigInteger> greatest(Connection connection, Generation generation)
            throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(GREATEST)) {
            ask.setShort(1, generation.id());
            try (ResultSet row = ask.executeQuery()) {
                return row.next()
                        ? Optional.of(SerialColumn.serial(row.getBytes(1)).value())
                        : Optional.empty();
            }
        }
    }
}
