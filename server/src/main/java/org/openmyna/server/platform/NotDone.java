package org.openmyna.server.platform;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** What the platform was asked for and did not do, for one of its reasons. */
final class NotDone extends MynaException {
    private static final long serialVersionUID = 1;

    NotDone(PlatformError reason, Map<String, ?> details) {
        super(reason, details);
    }

    NotDone(PlatformError reason) {
        this(reason, Map.of());
    }
}
