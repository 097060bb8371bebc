package org.openmyna.server.counter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Short codes that bring a citizen's screen to a clerk's: six digits, for two minutes, once.
 * Whoever guesses is stopped: after twenty wrong ones within a minute none is taken until the next.
 */
final class PairingCodes {
    static final Duration LASTS = Duration.ofMinutes(2);

    private static final int CODES = 1_000_000;
    private static final int MOST_WRONG = 20;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private record Waiting(SecondScreen screen, Instant until) {}

    private final Map<String, Waiting> waiting = new HashMap<>();
    private final InstantSource realTime;
    private final RandomGenerator chance;
    private Instant minute = Instant.MIN;
    private int wrong;

    /**
     * @param chance unpredictable
     */
    PairingCodes(InstantSource realTime, RandomGenerator chance) {
        this.realTime = realTime;
        this.chance = chance;
    }

    /** A code; the one before of the same screen ends. */
    synchronized String draw(SecondScreen screen) {
        Instant now = realTime.instant();
        waiting.values().removeIf(each -> each.screen() == screen || !now.isBefore(each.until()));
        while (true) {
            String code = "%06d".formatted(chance.nextInt(CODES));
            if (waiting.putIfAbsent(code, new Waiting(screen, now.plus(LASTS))) == null)
                return code;
        }
    }

    synchronized Optional<SecondScreen> take(String code) {
        Instant now = realTime.instant();
        if (!now.isBefore(minute.plus(MINUTE))) {
            minute = now;
            wrong = 0;
        }
        if (wrong >= MOST_WRONG) return Optional.empty();
        Waiting found = waiting.remove(code);
        if (found != null && now.isBefore(found.until())) return Optional.of(found.screen());
        wrong++;
        return Optional.empty();
    }
}
