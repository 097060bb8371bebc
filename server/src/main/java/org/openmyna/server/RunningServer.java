package org.openmyna.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openmyna.server.calls.Desks;
import org.openmyna.server.house.HouseCa;
import org.openmyna.server.web.page.Screens;
import org.openmyna.trust.authority.Authorities;

/** A server that answers. Ending it waits for what is under way. */
public interface RunningServer extends AutoCloseable {
    /** {@code http://localhost:8080}, with the port that was really taken. */
    URI address();

    /** {@code https://localhost:8443}; empty if there is no TLS port. */
    Optional<URI> tlsAddress();

    /** {@code http://127.0.0.1:48080}; empty if no card agent was started beside it. */
    Optional<URI> agentAddress();

    /** The CA of the house, for machine certificates; empty if there is no TLS port. */
    Optional<HouseCa> house();

    /** The engine inside, for programs of the same process. */
    Authorities authorities();

    /**
     * The desks of a service, for organisations of this process.
     *
     * @throws IllegalStateException if this machine has none
     */
    <S> Desks<S> desks(Class<S> service);

    /** All screens that this machine has. */
    List<Screens> screens();

    /** Where the structured log is. */
    Path log();

    /** Answers what was asked, then lets go of ports, threads and database. May be repeated. */
    @Override
    void close();
}
