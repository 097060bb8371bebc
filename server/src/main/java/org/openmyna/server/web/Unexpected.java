package org.openmyna.server.web;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A mistake of ours; the log knows more (MYNA-SRV-016). */
public final class Unexpected extends MynaException {
    public Unexpected(String trace, Throwable cause) {
        super(ServerError.UNEXPECTED, Map.of("trace", trace), cause);
    }
}
