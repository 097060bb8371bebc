package org.openmyna.server.web;

import java.nio.file.Path;
import java.util.Map;
import org.openmyna.kernel.MynaException;

/** There is no room for the data folder (MYNA-SRV-032). */
public final class DiskFull extends MynaException {
    /**
     * @param left free, in MB
     * @param needed in MB
     */
    public DiskFull(Path folder, long left, long needed) {
        super(
                ServerError.DISK_FULL,
                Map.of("folder", folder.toString(), "left", left, "needed", needed));
    }
}
