package org.openmyna.card.issuer;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A change of the birth date needs a new card (MYNA-ISS-034). */
public final class BirthDateIsFixed extends MynaException {
    BirthDateIsFixed() {
        super(IssuerError.BIRTH_DATE_IS_FIXED, Map.of());
    }
}
