package org.openmyna.server.cards;

import java.util.Map;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.MynaException;

/** A certificate needs the municipality's romaji (MYNA-CDS-003). */
public final class OfficeUnknown extends MynaException {
    OfficeUnknown(MunicipalityCode municipality) {
        super(CardsError.OFFICE_UNKNOWN, Map.of("municipality", municipality.digits()));
    }
}
