package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A body of another type (MYNA-SRV-007). */
public final class MediaTypeNotTaken extends MynaException {
    public MediaTypeNotTaken(String type, String expected) {
        super(ServerError.MEDIA_TYPE_NOT_TAKEN, Map.of("type", type, "expected", expected));
    }
}
