package org.openmyna.database;

import java.nio.file.Path;
import java.util.Map;

/** One database of an embedded server. */
final class EmbeddedHost implements Host {
    private static final String DATABASE = "postgres";

    private final EmbeddedServer server;
    private final String database;
    private final Runnable atLeaving;
    private final Login administrator;
    private final RolePasswords passwords;

    EmbeddedHost(EmbeddedServer server, String database, Runnable atLeaving) {
        this.server = server;
        this.database = database;
        this.atLeaving = atLeaving;
        this.administrator = new Login(Cluster.SUPERUSER, server.superuserPassword());
        this.passwords = new RolePasswords(administrator.password());
    }

    static EmbeddedHost join(Path folder, Map<String, String> settings) {
        QuietLogs.keep();
        EmbeddedServer server =
                OpenServers.join(
                        folder,
                        cluster ->
                                new EmbeddedServer(
                                        cluster, new Starter(cluster, settings, true), false));
        return new EmbeddedHost(server, DATABASE, () -> OpenServers.leave(server));
    }

    /**
     * The line never leaves this machine: no encryption to be negotiated. A program that took the
     * port of a dead server is never told the password: nothing but SCRAM is spoken.
     */
    @Override
    public String url() {
        server.awaitReady();
        return address() + "?sslmode=disable&gssEncMode=disable&requireAuth=scram-sha-256";
    }

    @Override
    public Login administrator() {
        return administrator;
    }

    @Override
    public String passwordOf(String role) {
        return passwords.of(role);
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
