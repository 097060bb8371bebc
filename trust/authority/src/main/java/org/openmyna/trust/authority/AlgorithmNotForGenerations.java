package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A CA of JPKI signs with RSA-2048 alone today (MYNA-AUT-043). */
public final class AlgorithmNotForGenerations extends MynaException {
    AlgorithmNotForGenerations(String algorithm) {
        super(AuthorityError.ALGORITHM_NOT_FOR_GENERATIONS, Map.of("algorithm", algorithm));
    }
}
