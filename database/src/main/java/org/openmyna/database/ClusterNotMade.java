package org.openmyna.database;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** initdb failed (MYNA-DBS-008). */
public final class ClusterNotMade extends MynaException {
    ClusterNotMade(String folder, String reason) {
        super(DatabaseError.CLUSTER_NOT_MADE, Map.of("folder", folder, "reason", reason));
    }
}
