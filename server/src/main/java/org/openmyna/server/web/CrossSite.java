package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A form of a stranger's page was sent here (MYNA-SRV-041). */
public final class CrossSite extends MynaException {
    public CrossSite() {
        super(ServerError.CROSS_SITE, Map.of());
    }
}
