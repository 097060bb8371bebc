package org.openmyna.trust.authority.crl;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Lets one process at a time publish; the server gives it back when a connection is lost. */
final class PublicationLock {
    private static final String TAKE = "SELECT pg_advisory_lock(?, ?)";
    private static final String RELEASE = "SELECT pg_advisory_unlock(?, ?)";

    /** The letters CRL. */
    private static final int CLASS = 0x43524C;

    private static final int ALL = 0;

    private PublicationLock() {}

    static void take(Connection connection) throws SQLException {
        call(connection, TAKE);
    }

    static void release(Connection connection) throws SQLException {
        call(connection, RELEASE);
    }

    private static void call(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, CLASS);
            statement.setInt(2, ALL);
            statement.execute();
        }
    }
}
