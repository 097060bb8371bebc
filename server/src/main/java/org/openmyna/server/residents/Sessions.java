package org.openmyna.server.residents;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/** Transactions on the register's database. */
final class Sessions {
    /** Fewer than the pool has: who holds a connection may need another one, for a block of ids. */
    private static final int MOST_AT_ONCE = 5;

    private final DataSource database;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE, true);

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
        room.acquireUninterruptibly();
        try {
            return done(work);
        } finally {
            room.release();
        }
    }

    private <T> T done(Work<T> work) {
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
