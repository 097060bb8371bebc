package org.openmyna.trust.authority.crl;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The linter found fault with what was about to be signed (MYNA-CRL-004). */
public final class ListRefusedByLint extends MynaException {
    ListRefusedByLint(String name, String findings) {
        super(CrlError.LIST_REFUSED_BY_LINT, Map.of("name", name, "findings", findings));
    }
}
