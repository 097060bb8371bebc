package org.openmyna.server.sandbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.openmyna.server.calls.Call;

/** How the sandbox calls others: with a key of its own unless it must be the same again. */
public final class SandboxCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final InstantSource realTime;

    public SandboxCalls(InstantSource realTime) {
        this.realTime = realTime;
    }

    /** A call that nobody repeats. */
    public Call once() {
        return named("sandbox-" + UUID.randomUUID(), PATIENCE);
    }

    /** One that may be repeated under its key. */
    public Call named(String key, Duration patience) {
        return new Call(key, realTime.instant().plus(patience));
    }
}
