package org.openmyna.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.postgresql.PGConnection;

/** Sets up what an organisation needs: role, schema, tables. Whatever is there already stays. */
final class Landlord {
    /** One program at a time sets an organisation up; several organisations may be at once. */
    private static final String ALONE = "SELECT pg_advisory_lock(730945300, hashtext('%s'))";

    private static final String WRONG_PASSWORD = "28P01";
    private static final int OLDEST = 150000;

    /** Roles belong to all databases of a server, and a program may set up several at once. */
    private static final ReentrantLock ROLES = new ReentrantLock();

    private final Host host;

    Landlord(Host host) {
        this.host = host;
    }

    /**
     * @return connections of the organisation's role
     */
    ConnectionSource moveIn(Organisation organisation) {
        try (Connection administrator = administrator(organisation)) {
            Login owner = makeOwner(administrator, organisation);
            ConnectionSource source = ConnectionSource.of(host::url, owner);
            Migrations.run(organisation, source.in(organisation));
            return source;
        } catch (SQLException e) {
            throw new DatabaseNotReachable(host.address(), e);
        }
    }

    /** A login that reads all present and future tables of the organisation, and no more. */
    Login admitReader(Organisation organisation) {
        try (Connection administrator = administrator(organisation)) {
            makeOwner(administrator, organisation);
            Login reader = makeRole(administrator, organisation.reader());
            String grants =
                    """
                    GRANT USAGE ON SCHEMA %1$s TO %2$s;
                    GRANT SELECT ON ALL TABLES IN SCHEMA %1$s TO %2$s;
                    ALTER DEFAULT PRIVILEGES FOR ROLE %3$s IN SCHEMA %1$s GRANT SELECT ON TABLES TO %2$s;
                    ALTER ROLE %2$s SET default_transaction_read_only = on;
                    ALTER ROLE %2$s SET search_path = %1$s
                    """
                            .formatted(
                                    organisation.name(),
                                    organisation.reader(),
                                    organisation.role());
            execute(administrator, grants);
            return reader;
        } catch (SQLException e) {
            throw new DatabaseNotReachable(host.address(), e);
        }
    }

    private Connection administrator(Organisation organisation) throws SQLException {
        Connection connection =
                ConnectionSource.of(host::url, host.administrator()).getConnection();
        try {
            int version = number(connection, "SELECT current_setting('server_version_num')::int");
            if (version < OLDEST) {
                throw new ServerTooOld(version / 10000, host.address());
            }
            execute(connection, ALONE.formatted(organisation.name()));
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private Login makeOwner(Connection administrator, Organisation organisation)
            throws SQLException {
        Login owner = makeRole(administrator, organisation.role());
        // Who is not a superuser must be a member of a role to give it something.
        if (number(administrator, "SELECT rolsuper::int FROM pg_roles WHERE rolname = current_user")
                == 0) {
            execute(administrator, "GRANT " + owner.user() + " TO CURRENT_USER");
        }
        execute(
                administrator,
                "CREATE SCHEMA IF NOT EXISTS "
                        + organisation.name()
                        + " AUTHORIZATION "
                        + owner.user());
        return owner;
    }

    /** The password goes over the line as a SCRAM verifier only. */
    private Login makeRole(Connection administrator, String role) throws SQLException {
        ROLES.lock();
        try {
            Login login = new Login(role, host.passwordOf(role));
            if (!exists(administrator, role)) {
                execute(administrator, "CREATE ROLE " + role + " LOGIN");
                setPassword(administrator, login);
            } else if (!accepted(login)) {
                setPassword(administrator, login);
            }
            return login;
        } finally {
            ROLES.unlock();
        }
    }

    private static void setPassword(Connection administrator, Login login) throws SQLException {
        administrator
                .unwrap(PGConnection.class)
                .alterUserPassword(login.user(), login.password().toCharArray(), "scram-sha-256");
    }

    private boolean accepted(Login login) throws SQLException {
        try {
            ConnectionSource.of(host::url, login).getConnection().close();
            return true;
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean exists(Connection administrator, String role) throws SQLException {
        try (PreparedStatement query =
                administrator.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?")) {
            query.setString(1, role);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
