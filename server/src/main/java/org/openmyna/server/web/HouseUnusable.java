package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Keys or certificates of the house cannot be read or made (MYNA-SRV-017). */
public final class HouseUnusable extends MynaException {
    public HouseUnusable(String file, String reason, Throwable cause) {
        super(ServerError.HOUSE_UNUSABLE, Map.of("file", file, "reason", reason), cause);
    }
}
