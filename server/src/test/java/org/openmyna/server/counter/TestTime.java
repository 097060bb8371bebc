package org.openmyna.server.counter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The machine's time, and then some: nobody has to wait for it. */
final class TestTime implements InstantSource {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get());
    }

    void passes(Duration time) {
        ahead.updateAndGet(before -> before.plus(time));
    }
}
