package org.openmyna.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Makes connections to where the server is at that moment: after a restart a pool gets fresh ones
 * without being told.
 */
final class ConnectionSource implements DataSource {
    private static final Driver DRIVER = new Driver();

    private static final int CONNECT_SECONDS = 10;

    private final Supplier<String> url;
    private final Properties properties;

    private ConnectionSource(Supplier<String> url, Properties properties) {
        this.url = url;
        this.properties = properties;
    }

    /** Plain connections of one login. */
    static ConnectionSource of(Supplier<String> url, Login login) {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, login.user());
        PGProperty.PASSWORD.set(properties, login.password());
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "15");
        PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        return new ConnectionSource(url, properties);
    }

    /** For an organisation's work: its schema, its name in the server's list of sessions. */
    ConnectionSource in(Organisation organisation) {
        Properties more = copy();
        PGProperty.CURRENT_SCHEMA.set(more, organisation.name());
        PGProperty.APPLICATION_NAME.set(more, organisation.role());
        PGProperty.REWRITE_BATCHED_INSERTS.set(more, true);
        PGProperty.PREPARE_THRESHOLD.set(more, 3);
        return new ConnectionSource(url, more);
    }

    /** The server itself refuses every change on these. */
    ConnectionSource readOnly() {
        Properties more = copy();
        PGProperty.OPTIONS.set(more, "-c default_transaction_read_only=on");
        return new ConnectionSource(url, more);
    }

    private Properties copy() {
        Properties copy = new Properties();
        copy.putAll(properties);
        return copy;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = DRIVER.connect(url.get(), properties);
        if (connection == null) {
            throw new SQLException("not a URL of PostgreSQL");
        }
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("one login for each source");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {
        // Decided by connectTimeout; the driver's own would cost a thread for each connection.
    }

    @Override
    public int getLoginTimeout() {
        return CONNECT_SECONDS;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.postgresql");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("nothing inside");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
