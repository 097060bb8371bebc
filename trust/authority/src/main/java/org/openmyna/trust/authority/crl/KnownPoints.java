package org.openmyna.trust.authority.crl;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Which points of a generation have certificates; each look reads only what the log gained. */
final class KnownPoints {
    private static final String LEARN =
            """
            INSERT INTO list_point (generation, point)
            SELECT DISTINCT generation, point
              FROM status_log
             WHERE position > (SELECT position FROM list_point_known)
               AND position <= ? AND event = 2 AND strpos(point, '/') > 0
            ON CONFLICT DO NOTHING
            """;
    private static final String LEARNED =
            "UPDATE list_point_known SET position = GREATEST(position, ?)";
    private static final String OF_GENERATION =
            """
            SELECT point
              FROM list_point
             WHERE generation = ?
             ORDER BY point COLLATE "C"
            """;

    private KnownPoints() {}

    /** Takes in the log up to a position. */
    static void learn(Connection connection, long position) throws SQLException {
        for (String sql : List.of(LEARN, LEARNED)) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, position);
                statement.executeUpdate();
            }
        }
    }

    /** In the order of their characters. */
    static List<String> of(Connection connection, short generation) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(OF_GENERATION)) {
            asked.setShort(1, generation);
            try (ResultSet rows = asked.executeQuery()) {
                List<String> points = new ArrayList<>();
                while (rows.next()) {
                    points.add(rows.getString("point"));
                }
                return points;
            }
        }
    }
}
