package org.openmyna.agent.error;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Another program listens where the agent should (MYNA-AGT-001). */
public final class AgentPortTaken extends MynaException {
    public AgentPortTaken(int port) {
        super(AgentError.PORT_TAKEN, Map.of("port", String.valueOf(port)));
    }
}
