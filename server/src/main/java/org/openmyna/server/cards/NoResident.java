package org.openmyna.server.cards;

import java.util.Map;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.residents.api.Standing;

/** Nobody gets a card who is not registered as a resident (MYNA-CDS-001). */
public final class NoResident extends MynaException {
    NoResident(Standing standing) {
        super(CardsError.NO_RESIDENT, Map.of("standing", standing));
    }
}
