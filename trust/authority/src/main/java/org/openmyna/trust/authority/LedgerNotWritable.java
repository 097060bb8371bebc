package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The ledger cannot be written; the authority stops (MYNA-AUT-006). */
public final class LedgerNotWritable extends MynaException {
    LedgerNotWritable(String file, Exception cause) {
        super(AuthorityError.LEDGER_NOT_WRITABLE, Map.of("file", file), cause);
    }
}
