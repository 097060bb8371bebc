package org.openmyna.server.clock;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Legal time: what every date of the law is told by. It runs as the machine's clock does; in a test
 * country it can be moved forward, stand still, or run faster. It never goes back.
 */
public interface LegalClock extends InstantSource {
    /**
     * Moves it forward.
     *
     * @return the time from which it runs on; the present one if {@code later} is not later
     * @throws org.openmyna.server.web.LegalClockUnusable if it cannot be kept (MYNA-SRV-030)
     */
    Instant moveTo(Instant later);

    /** How fast it runs. */
    default Speed speed() {
        return Speed.NORMAL;
    }

    /**
     * Lets it run at another speed, from the present legal time on.
     *
     * @return the speed at which it runs from now on; the same as before if nobody can change it
     * @throws org.openmyna.server.web.LegalClockUnusable if it cannot be kept (MYNA-SRV-030)
     */
    default Speed runAt(Speed wanted) {
        return speed();
    }

    /**
     * The one of a test country: kept in the file {@code legal-clock} of its data folder, which is
     * made when the clock is moved for the first time.
     *
     * @param realTime that it runs with
     * @throws org.openmyna.server.web.LegalClockUnusable if the file cannot be read, or is damaged
     *     (MYNA-SRV-030)
     */
    static LegalClock in(Path folder, InstantSource realTime) {
        return new FolderClock(folder, realTime);
    }

    /** One that nobody can move. */
    static LegalClock plain(InstantSource time) {
        return new PlainClock(time);
    }
}
