package org.openmyna.server.residents;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions on the register's database. */
final class Sessions {
    private final DataSource database;

    Sessions(DataSource database) {
        this.database = database;
    }

    /** What is done in one transaction. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * @throws RegisterNotReached if the database refuses; nothing was done
     */
    <T> T run(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } finally {
                connection.rollback();
            }
        } catch (SQLException failed) {
            throw new RegisterNotReached(failed);
        }
    }
}
