package org.openmyna.server.clock;

import java.util.Arrays;
import java.util.Optional;

/** How fast legal time runs. */
public enum Speed {
    /** It stands still. */
    STANDING(0),
    /** As the machine's clock does. */
    NORMAL(1),
    /** A day every minute. */
    DAY_A_MINUTE(24 * 60);

    private final int times;

    Speed(int times) {
        this.times = times;
    }

    /** Seconds of the law in a second of the machine. */
    public int times() {
        return times;
    }

    static Optional<Speed> of(int times) {
        return Arrays.stream(values()).filter(each -> each.times == times).findFirst();
    }
}
