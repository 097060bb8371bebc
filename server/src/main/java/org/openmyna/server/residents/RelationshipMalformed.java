package org.openmyna.server.residents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** No relationship (MYNA-RES-001). */
public final class RelationshipMalformed extends MynaException {
    public RelationshipMalformed() {
        super(ResidentError.RELATIONSHIP_MALFORMED, Map.of());
    }
}
