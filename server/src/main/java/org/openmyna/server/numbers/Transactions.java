package org.openmyna.server.numbers;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** Runs work in a transaction; what met another's at the same moment is run again. */
final class Transactions {
    private static final int ATTEMPTS = 10;

    /** unique_violation, serialization_failure, deadlock_detected. */
    private static final Set<String> MET_ANOTHER = Set.of("23505", "40001", "40P01");

    private final DataSource database;

    /** What work throws to be run again. */
    static SQLException metAnother() {
        return new SQLException("met another transaction", "40001");
    }

    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    Transactions(DataSource database) {
        this.database = database;
    }

    /**
     * @param work may be run several times, from a clean state
     * @throws NumbersNotReached if the database does not answer (MYNA-NUM-018)
     */
    <T> T run(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (SQLException failed) {
                boolean again = MET_ANOTHER.contains(String.valueOf(failed.getSQLState()));
                if (!again || attempt == ATTEMPTS) throw new NumbersNotReached(failed);
            }
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            // after a failure the pool rolls back and cleans the connection
            connection.setAutoCommit(false);
            T result = work.in(connection);
            connection.commit();
            return result;
        }
    }
}
