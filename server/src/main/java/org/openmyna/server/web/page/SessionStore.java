package org.openmyna.server.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Sessions by their names; {@link Sessions} brings the names to browsers. */
final class SessionStore<T> {
    static final int MOST = 10_000;
    private static final int ID_BYTES = 16;

    private record Kept<T>(T content, Instant lastSeen) {}

    private final Map<String, Kept<T>> all = new ConcurrentHashMap<>();
    private final Duration idle;
    private final InstantSource realTime;
    private final RandomGenerator chance;

    SessionStore(Duration idle, InstantSource realTime, RandomGenerator chance) {
        this.idle = idle;
        this.realTime = realTime;
        this.chance = chance;
    }

    /**
     * @return its new name
     * @throws TooManySessions if as many as the machine bears are open (MYNA-SRV-042)
     */
    String begin(T content) {
        all.values().removeIf(this::isIdle);
        if (all.size() >= MOST) throw new TooManySessions();
        byte[] random = new byte[ID_BYTES];
        chance.nextBytes(random);
        String id = HexFormat.of().formatHex(random);
        all.put(id, new Kept<>(content, realTime.instant()));
        return id;
    }

    Optional<T> of(String id) {
        return Optional.ofNullable(
                        all.computeIfPresent(id, (_, kept) -> young(kept, kept.content())))
                .map(Kept::content);
    }

    void keep(String id, T content) {
        all.computeIfPresent(id, (_, kept) -> young(kept, content));
    }

    void end(String id) {
        all.remove(id);
    }

    private @Nullable Kept<T> young(Kept<T> kept, T content) {
        return isIdle(kept) ? null : new Kept<>(content, realTime.instant());
    }

    private boolean isIdle(Kept<T> kept) {
        return kept.lastSeen().plus(idle).isBefore(realTime.instant());
    }
}
