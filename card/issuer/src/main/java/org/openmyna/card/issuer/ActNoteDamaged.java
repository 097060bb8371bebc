package org.openmyna.card.issuer;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The note about an act cannot be read (MYNA-ISS-037). */
public final class ActNoteDamaged extends MynaException {
    ActNoteDamaged(String card) {
        super(IssuerError.NOTE_DAMAGED, Map.of("card", card));
    }
}
