package org.openmyna.agent.error;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** No address of a platform that could be trusted (MYNA-AGT-002). */
public final class PlatformMalformed extends MynaException {
    public PlatformMalformed(String issuer) {
        super(AgentError.PLATFORM_MALFORMED, Map.of("issuer", issuer));
    }
}
