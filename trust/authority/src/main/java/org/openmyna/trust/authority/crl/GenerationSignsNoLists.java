package org.openmyna.trust.authority.crl;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** There is no such generation, or its certificate has ended (MYNA-CRL-003). */
public final class GenerationSignsNoLists extends MynaException {
    GenerationSignsNoLists(short generation) {
        super(CrlError.GENERATION_SIGNS_NO_LISTS, Map.of("generation", generation));
    }
}
