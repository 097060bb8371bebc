package org.openmyna.interop;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Legal time as a test says it is. */
final class LegalClock implements InstantSource {
    private final AtomicReference<Instant> now;

    LegalClock(String moment) {
        this.now = new AtomicReference<>(Instant.parse(moment));
    }

    void itIs(String moment) {
        now.set(Instant.parse(moment));
    }

    void itIs(Instant moment) {
        now.set(moment);
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
