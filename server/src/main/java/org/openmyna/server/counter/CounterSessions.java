package org.openmyna.server.counter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Who is signed in at the counters of this program. They end with it, and when nobody works. */
final class CounterSessions {
    /** The cookie. */
    static final String NAME = "counter";

    private static final int BYTES = 24;

    private record Kept(AtWork work, Instant lastSeen) {}

    private final Map<String, Kept> sessions = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Duration idle;

    /**
     * @param clock real time
     * @param idle after so long without a request somebody has to sign in again
     */
    CounterSessions(InstantSource clock, RandomGenerator random, Duration idle) {
        this.clock = clock;
        this.random = random;
        this.idle = idle;
    }

    /** Signs in; the answer is for the cookie and for nobody's eyes. */
    String begin(Clerk clerk) {
        Instant now = clock.instant();
        sessions.values().removeIf(each -> isOver(each, now));
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        sessions.put(token, new Kept(new AtWork(clerk), now));
        return token;
    }

    Optional<AtWork> of(String token) {
        Instant now = clock.instant();
        Kept kept =
                sessions.computeIfPresent(
                        token,
                        (same, before) ->
                                isOver(before, now) ? null : new Kept(before.work(), now));
        return Optional.ofNullable(kept).map(Kept::work);
    }

    void end(String token) {
        sessions.remove(token);
    }

    private boolean isOver(Kept kept, Instant now) {
        return kept.lastSeen().plus(idle).isBefore(now);
    }
}
