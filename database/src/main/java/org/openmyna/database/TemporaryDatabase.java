package org.openmyna.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A throw-away database for demos, benchmarks and tests: one embedded cluster per JVM in a
 * temporary folder, a fresh database each time. Everything is deleted when the JVM ends.
 */
public final class TemporaryDatabase {
    /** System property: {@code false} gives up syncing to the disk. */
    static final String DURABLE = "openmyna.temporary-database.durable";

    private static @Nullable EmbeddedServer server;
    private static int made;

    private TemporaryDatabase() {}

    /**
     * An empty database; it is dropped when it is closed. It is as durable as a real one, unless
     * the system property {@code openmyna.temporary-database.durable} is {@code false}.
     */
    public static Database fresh() {
        QuietLogs.keep();
        EmbeddedServer running = server();
        String name = next();
        EmbeddedHost maintenance = new EmbeddedHost(running, "postgres", () -> {});
        execute(maintenance, "CREATE DATABASE " + name);
        Runnable drop =
                () -> execute(maintenance, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        return new WritableDatabase(new EmbeddedHost(running, name, drop));
    }

    private static synchronized String next() {
        made++;
        return "temporary_" + made;
    }

    private static synchronized EmbeddedServer server() {
        EmbeddedServer running = server;
        if (running == null) {
            try {
                Path folder = Files.createTempDirectory("openmyna-database-");
                running = OpenServers.join(folder, TemporaryDatabase::make);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server = running;
        }
        return running;
    }

    private static EmbeddedServer make(Cluster cluster) {
        boolean durable = Boolean.parseBoolean(System.getProperty(DURABLE, "true"));
        Map<String, String> settings =
                durable
                        ? Map.of()
                        : Map.of(
                                "fsync", "off",
                                "synchronous_commit", "off",
                                "full_page_writes", "off");
        return new EmbeddedServer(cluster, new Starter(cluster, settings, false), true);
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
