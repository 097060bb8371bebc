package org.openmyna.trust.authority.log;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** What takes the export did not take it (MYNA-LOG-003). */
public final class LogNotExported extends MynaException {
    LogNotExported(Throwable cause) {
        super(LogError.EXPORT_NOT_WRITTEN, Map.of(), cause);
    }
}
