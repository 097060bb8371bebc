package org.openmyna.trust.authority.crl;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The point is of the other CA or hierarchy (MYNA-CRL-006). */
public final class PointOfAnotherCa extends MynaException {
    PointOfAnotherCa(String point, short generation) {
        super(CrlError.POINT_OF_ANOTHER_CA, Map.of("point", point, "generation", generation));
    }
}
