package org.openmyna.server.clock;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Legal time: what every date of the law is told by. It runs as the machine's clock does, and in a
 * test country can be moved forward; never back.
 */
public interface LegalClock extends InstantSource {
    /**
     * Moves it forward.
     *
     * @return the time from which it runs on; the present one if {@code later} is not later
     */
    Instant moveTo(Instant later);
}
