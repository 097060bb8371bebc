package org.openmyna.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The embedded servers this program has open, each once, however often it is asked for. Static,
 * since a file lock belongs to the whole program: a second one on the same file would not stand
 * beside the first but end with it.
 */
final class OpenServers {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long POLL_MILLIS = 50;
    private static final Map<Path, Users> OPEN = new HashMap<>();
    private static boolean hooked;

    private static final class Users {
        private final EmbeddedServer server;
        private int count;

        Users(EmbeddedServer server) {
            this.server = server;
        }
    }

    private OpenServers() {}

    /** Temporary ones are in use until the program ends. */
    private static boolean inUse() {
        return OPEN.values().stream().anyMatch(users -> !users.server.isTemporary());
    }

    static synchronized EmbeddedServer join(Path folder, Function<Cluster, EmbeddedServer> make) {
        Platform.here();
        Cluster cluster = Cluster.in(folder);
        Users users = OPEN.get(cluster.folder());
        if (users == null) {
            closeAtExit();
            Migrations.loadAhead();
            EmbeddedServer server = make.apply(cluster);
            server.join();
            users = new Users(server);
            OPEN.put(cluster.folder(), users);
        }
        users.count++;
        return users.server;
    }

    static synchronized void leave(EmbeddedServer server) {
        Users users = OPEN.get(server.cluster().folder());
        if (users != null && users.server == server && --users.count == 0) {
            OPEN.remove(server.cluster().folder());
            server.leave();
            OpenServers.class.notifyAll();
        }
    }

    private static void closeAtExit() {
        if (!hooked) {
            hooked = true;
            Runtime.getRuntime()
                    .addShutdownHook(
                            Thread.ofPlatform()
                                    .name("openmyna-postgresql-stop")
                                    .unstarted(OpenServers::leaveAll));
        }
    }

    /**
     * Whoever uses a database may be ending it in a shutdown hook of its own, and gets the time for
     * that; a program that is torn out of its work does not keep the machine waiting.
     */
    private static synchronized void leaveAll() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (inUse() && System.nanoTime() < end) OpenServers.class.wait(POLL_MILLIS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        List<Users> all = new ArrayList<>(OPEN.values());
        OPEN.clear();
        all.forEach(users -> users.server.leave());
    }
}
