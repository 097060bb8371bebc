package org.openmyna.trust.authority;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Legal time in whole seconds that never goes back, even when the clock does. */
final class LegalDates {
    private final InstantSource legalTime;
    private final AtomicReference<Instant> last;

    /**
     * @param last the last date that anything was given in this database
     */
    LegalDates(InstantSource legalTime, Instant last) {
        this.legalTime = legalTime;
        this.last = new AtomicReference<>(last);
    }

    /** Not earlier than any date seen. */
    Instant now() {
        Instant clock = legalTime.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant seen = last.get();
        return clock.isBefore(seen) ? seen : clock;
    }

    void saw(Instant date) {
        last.accumulateAndGet(date, (one, other) -> one.isBefore(other) ? other : one);
    }
}
