package org.openmyna.server.residents;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Ids of one sequence, taken many at a time; what a stopped program did not use is a gap. They are
 * fetched on the connection of whoever needs them: nobody who has one waits for a second.
 */
final class IdBlocks {
    private final String sequence;
    private final int block;
    private final Deque<Long> ready = new ArrayDeque<>();

    IdBlocks(String sequence, int block) {
        this.sequence = sequence;
        this.block = block;
    }

    synchronized long next(Connection connection) throws SQLException {
        if (ready.isEmpty()) fetch(connection, block);
        return ready.removeFirst();
    }

    synchronized List<Long> next(Connection connection, int count) throws SQLException {
        if (ready.size() < count) fetch(connection, Math.max(block, count - ready.size()));
        List<Long> ids = new ArrayList<>(count);
        for (int n = 0; n < count; n++) ids.add(ready.removeFirst());
        return ids;
    }

    private void fetch(Connection connection, int count) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT nextval(?::regclass) FROM generate_series(1, ?)")) {
            statement.setString(1, sequence);
            statement.setInt(2, count);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) ready.add(rows.getLong(1));
        }
    }
}
