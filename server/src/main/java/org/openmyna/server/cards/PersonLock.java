package org.openmyna.server.cards;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Held by whoever makes a person's card: in the database, for all programs on it, and gone with the
 * program that had it.
 */
final class PersonLock implements AutoCloseable {
    private static final String TAKE =
            "SELECT pg_try_advisory_lock(hashtextextended('openmyna card of ' || ?, 0))";
    private static final String RELEASE =
            "SELECT pg_advisory_unlock(hashtextextended('openmyna card of ' || ?, 0))";

    private final Connection connection;
    private final long person;

    private PersonLock(Connection connection, long person) {
        this.connection = connection;
        this.person = person;
    }

    /** Empty if another program has it. */
    static Optional<PersonLock> tryFor(DataSource database, long person) {
        try {
            Connection connection = database.getConnection();
            boolean taken = false;
            try {
                taken = ask(connection, TAKE, person);
                return taken ? Optional.of(new PersonLock(connection, person)) : Optional.empty();
            } finally {
                if (!taken) connection.close();
            }
        } catch (SQLException failed) {
            throw new DataAccessResourceFailureException("no lock", failed);
        }
    }

    private static boolean ask(Connection connection, String sql, long person) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(sql)) {
            ask.setString(1, Long.toString(person));
            try (ResultSet answer = ask.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** A connection that broke has let go already. */
    @Override
    public void close() {
        try (connection) {
            var unused = ask(connection, RELEASE, person);
        } catch (SQLException broken) {
            throw new DataAccessResourceFailureException("the lock may be gone already", broken);
        }
    }
}
