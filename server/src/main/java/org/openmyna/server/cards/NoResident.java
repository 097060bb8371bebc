package org.openmyna.server.cards;

import java.util.Map;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.residents.api.Standing;

/** Nobody gets a card who is neither registered nor abroad with continued use (MYNA-CDS-001). */
public final class NoResident extends MynaException {
    NoResident(Standing standing) {
        super(CardsError.NO_RESIDENT, Map.of("standing", standing));
    }
}
