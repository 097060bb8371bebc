package org.openmyna.server.residents;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;

/** Ids of one sequence, taken many at a time; what a stopped program did not use is a gap. */
final class IdBlocks {
    private final DataSource database;
    private final String sequence;
    private final int block;
    private final Deque<Long> ready = new ArrayDeque<>();

    IdBlocks(DataSource database, String sequence, int block) {
        this.database = database;
        this.sequence = sequence;
        this.block = block;
    }

    synchronized long next() {
        if (ready.isEmpty()) fetch(block);
        return ready.removeFirst();
    }

    synchronized List<Long> next(int count) {
        if (ready.size() < count) fetch(Math.max(block, count - ready.size()));
        List<Long> ids = new ArrayList<>(count);
        for (int n = 0; n < count; n++) ids.add(ready.removeFirst());
        return ids;
    }

    private void fetch(int count) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "SELECT nextval(?::regclass) FROM generate_series(1, ?)")) {
            statement.setString(1, sequence);
            statement.setInt(2, count);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) ready.add(rows.getLong(1));
        } catch (SQLException failed) {
            throw new RegisterNotReached(failed);
        }
    }
}
