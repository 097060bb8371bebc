package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The ledger was changed or broke; nothing was touched (MYNA-AUT-005). */
public final class LedgerDamaged extends MynaException {
    LedgerDamaged(String file, long line, String reason) {
        super(AuthorityError.LEDGER_DAMAGED, Map.of("file", file, "line", line, "reason", reason));
    }
}
