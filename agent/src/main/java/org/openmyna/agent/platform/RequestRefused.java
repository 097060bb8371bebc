package org.openmyna.agent.platform;

import java.util.Map;
import org.openmyna.agent.error.AgentError;
import org.openmyna.agent.error.Refusal;
import org.openmyna.kernel.MynaException;

/** Ends the reading of a request; {@link Platforms} turns it into a result. */
final class RequestRefused extends MynaException {
    private final transient Refusal refusal;

    RequestRefused(AgentError error, Map<String, String> details) {
        super(error, details);
        this.refusal = new Refusal(error, details);
    }

    RequestRefused(AgentError error) {
        this(error, Map.of());
    }

    static RequestRefused malformed(String what) {
        return new RequestRefused(AgentError.REQUEST_MALFORMED, Map.of("what", what));
    }

    Refusal refusal() {
        return refusal;
    }
}
