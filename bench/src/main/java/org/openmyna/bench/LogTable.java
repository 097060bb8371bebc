package org.openmyna.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** The tables of the status log, filled with made-up entries by the database itself. */
final class LogTable {
    private static final String FILL =
            """
            INSERT INTO status_log (position, event, generation, serial, reason, happened_at, point, not_after, hash)
            SELECT n, CASE WHEN n %% 10 < 7 THEN 3 ELSE 4 END, %1$d, substring(int4send(n) FROM 1 + CASE
                       WHEN n < 256 THEN 3 WHEN n < 65536 THEN 2 WHEN n < 16777216 THEN 1 ELSE 0 END),
                   CASE WHEN n %% 10 < 7 THEN NULL ELSE 4 END, timestamptz '2026-04-01 00:00:00Z' + n * interval '1 second',
                   'Hyogo-ken/Himeji-shi', timestamptz '2031-04-01 14:59:59Z', sha256(int4send(n))
              FROM generate_series(1, %2$d) AS n
            """;
    private static final String REVOKE =
            """
            INSERT INTO revoked (generation, serial, reason, revoked_at, point, not_after)
            SELECT %1$d, int4send(16777216 + n), 1 + n %% 6, timestamptz '2026-04-01 00:00:00Z' + n * interval '1 second',
                   'Hyogo-ken/Himeji-shi', timestamptz '2039-04-01 14:59:59Z'
              FROM generate_series(1, %2$d) AS n
            """;

    private LogTable() {}

    /** Entries of serials 1, 2, 3 …, of which three in ten are revoked. */
    static void fill(DataSource database, short generation, int entries) throws SQLException {
        run(database, FILL.formatted(generation, entries));
        run(database, "ANALYZE status_log");
    }

    /** Revoked certificates with serials of four octets. */
    static void revoke(DataSource database, short generation, int count) throws SQLException {
        run(database, REVOKE.formatted(generation, count));
        run(database, "ANALYZE revoked");
    }

    /** The log copied out in position order, and nothing done with it. */
    static double secondsToDrain(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            long begin = System.nanoTime();
            CopyOut copy =
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut(
                                    "COPY (SELECT position, event, generation, serial, reason, happened_at"
                                            + " FROM status_log) TO STDOUT (FORMAT binary)");
            while (copy.readFromCopy() != null) {
                // thrown away: this is the measure
            }
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    private static void run(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
