package org.openmyna.server.web;

import java.nio.file.Path;
import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The file of the legal clock is damaged, or cannot be read or written (MYNA-SRV-030). */
public final class LegalClockUnusable extends MynaException {
    public LegalClockUnusable(Path file, Exception why) {
        super(
                ServerError.LEGAL_CLOCK_UNUSABLE,
                Map.of("file", file.toString(), "reason", why.getClass().getSimpleName()),
                why);
    }
}
