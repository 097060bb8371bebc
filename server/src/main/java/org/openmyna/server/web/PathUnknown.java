package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Nothing is there (MYNA-SRV-005). */
public final class PathUnknown extends MynaException {
    public PathUnknown(String path) {
        super(ServerError.PATH_UNKNOWN, Map.of("path", path));
    }
}
