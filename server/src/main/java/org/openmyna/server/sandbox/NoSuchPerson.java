package org.openmyna.server.sandbox;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** No resident of the test country (MYNA-SBX-002). */
public final class NoSuchPerson extends MynaException {
    public NoSuchPerson() {
        super(SandboxError.NO_SUCH_PERSON, Map.of());
    }
}
