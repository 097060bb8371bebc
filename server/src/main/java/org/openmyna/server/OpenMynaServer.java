package org.openmyna.server;

/** All organisations that a machine runs, in one Spring Boot application. */
public final class OpenMynaServer {
    private OpenMynaServer() {}

    /**
     * Starts, and returns when requests are answered. Several may run in one program; each ends
     * with it at the latest.
     *
     * @throws org.openmyna.server.web.PortTaken if another program listens at the port
     *     (MYNA-SRV-002)
     * @throws org.openmyna.server.web.ServerNotStarted for a reason that has no name of its own
     *     (MYNA-SRV-003)
     * @throws org.openmyna.kernel.MynaException what the database or the engine says
     */
    public static RunningServer start(ServerSettings settings) {
        return new Start(settings, Part.ALL).run();
    }
}
