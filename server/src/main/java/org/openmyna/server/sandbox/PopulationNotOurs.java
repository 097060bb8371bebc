package org.openmyna.server.sandbox;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Somebody else filled the register (MYNA-SBX-001). */
public final class PopulationNotOurs extends MynaException {
    public PopulationNotOurs(long there) {
        super(SandboxError.POPULATION_NOT_OURS, Map.of("there", there));
    }
}
