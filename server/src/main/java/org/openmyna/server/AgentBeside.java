package org.openmyna.server;

import java.net.URI;
import java.util.Optional;
import org.openmyna.agent.AgentSettings;
import org.openmyna.agent.CardAgent;
import org.openmyna.server.clock.LegalClock;

/** The card agent of a test country's visitor, in the same program. */
final class AgentBeside implements AutoCloseable {
    private final CardAgent agent;

    private AgentBeside(CardAgent agent) {
        this.agent = agent;
    }

    /**
     * Started where the settings have a port for it.
     *
     * @throws org.openmyna.agent.error.AgentPortTaken if another program listens there
     *     (MYNA-AGT-001)
     */
    static Optional<AgentBeside> start(ServerSettings settings, LegalClock legalTime) {
        if (settings.agentPort().isEmpty()) return Optional.empty();
        AgentSettings chosen =
                AgentSettings.in(settings.data())
                        .withPort(settings.agentPort().getAsInt())
                        .withLegalTime(legalTime);
        return Optional.of(new AgentBeside(CardAgent.start(chosen)));
    }

    URI address() {
        return agent.address();
    }

    /** Lets it take requests of the platform of this server. */
    void trust(String domain, int port) {
        agent.trust("http://platform." + domain + ":" + port + "/api/realms/main");
    }

    @Override
    public void close() {
        agent.close();
    }
}
