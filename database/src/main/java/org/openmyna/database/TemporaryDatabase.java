package org.openmyna.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A throw-away database for demos, benchmarks and tests: one embedded cluster per JVM in a
 * temporary folder, a fresh database each time. Everything is deleted when the JVM ends.
 */
public final class TemporaryDatabase {
    private static final AtomicInteger MADE = new AtomicInteger();

    private TemporaryDatabase() {}

    /**
     * An empty database; it is dropped when it is closed. It is as durable as a real one, unless
     * the system property {@code openmyna.temporary-database.durable} is {@code false}.
     */
    public static Database fresh() {
        QuietLogs.keep();
        EmbeddedServer server = TemporaryServer.running();
        EmbeddedHost maintenance = new EmbeddedHost(server, "postgres", () -> {});
        String name = make(maintenance);
        return new WritableDatabase(
                new EmbeddedHost(server, name, () -> drop(server, maintenance, name)));
    }

    /**
     * The URL of an empty database, with a user who may create roles and schemas, for {@link
     * Database#at} in this JVM or another. It is there until this JVM ends.
     */
    public static String freshUrl() {
        EmbeddedServer server = TemporaryServer.running();
        EmbeddedHost maintenance = new EmbeddedHost(server, "postgres", () -> {});
        EmbeddedHost host = new EmbeddedHost(server, make(maintenance), () -> {});
        return Urls.withLogin(host.url(), host.administrator());
    }

    private static String make(Host maintenance) {
        String name = "temporary_" + MADE.incrementAndGet();
        execute(maintenance, "CREATE DATABASE " + name);
        return name;
    }

    private static void drop(EmbeddedServer server, Host maintenance, String name) {
        // At the JVM's end the whole cluster may be gone already.
        if (server.isOpen()) {
            execute(maintenance, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        }
    }

    private static void execute(Host host, String sql) {
        try (Connection connection =
                        ConnectionSource.of(host::url, host.administrator()).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new DatabaseNotReachable(host.address(), e);
        }
    }
}
