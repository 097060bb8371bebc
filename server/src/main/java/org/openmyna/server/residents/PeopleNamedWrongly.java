package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Nobody, or somebody twice (MYNA-RES-017). */
public final class PeopleNamedWrongly extends MynaException {
    PeopleNamedWrongly() {
        super(ResidentError.PEOPLE_NAMED_WRONGLY, Map.of());
    }
}
