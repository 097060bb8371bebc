package org.openmyna.trust.authority.status;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** No snapshot this time; nothing is lost, for the log has everything (MYNA-STA-002). */
public final class SnapshotNotWritten extends MynaException {
    SnapshotNotWritten(String file, Throwable cause) {
        super(StatusError.SNAPSHOT_NOT_WRITTEN, Map.of("file", file), cause);
    }
}
