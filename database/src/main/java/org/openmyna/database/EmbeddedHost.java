package org.openmyna.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** One database of an embedded server. */
final class EmbeddedHost implements Host {
    private static final String DATABASE = "postgres";

    private final EmbeddedServer server;
    private final String database;
    private final Runnable atLeaving;

    EmbeddedHost(EmbeddedServer server, String database, Runnable atLeaving) {
        this.server = server;
        this.database = database;
        this.atLeaving = atLeaving;
    }

    static EmbeddedHost join(Path folder, Map<String, String> settings) {
        EmbeddedServer server =
                OpenServers.join(
                        folder,
                        cluster ->
                                new EmbeddedServer(
                                        cluster, new Starter(cluster, settings, true), false));
        return new EmbeddedHost(server, DATABASE, () -> OpenServers.leave(server));
    }

    /** The line never leaves this machine: no encryption to be negotiated. */
    @Override
    public String url() {
        return address() + "?sslmode=disable&gssEncMode=disable";
    }

    @Override
    public Login administrator() {
        try {
            return new Login(Cluster.SUPERUSER, server.cluster().passwords().of(Cluster.SUPERUSER));
        } catch (IOException e) {
            throw new FolderNotUsable(server.cluster().folder().toString(), e);
        }
    }

    @Override
    public String passwordOf(String role) {
        try {
            return server.cluster().passwords().ofOrNew(role);
        } catch (IOException e) {
            throw new FolderNotUsable(server.cluster().folder().toString(), e);
        }
    }

    @Override
    public String address() {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
    }

    @Override
    public void leave() {
        atLeaving.run();
    }
}
