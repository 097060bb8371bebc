package org.openmyna.trust.verifier;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A store for one server process. Full means full: it forgets no waiting challenge for a new one,
 * so that a flood cannot undo the logins under way. A used challenge stays known until it lapses.
 */
public final class InMemoryNonceStore implements NonceStore {
    private record Entry(Instant until, boolean used) {}

    /** In the order of remembering, which with one life for all is the order of lapse. */
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private final int capacity;
    private final InstantSource clock;

    /**
     * @param capacity at most so many challenges, waiting or used, at least 1; one takes about 250
     *     bytes
     */
    public InMemoryNonceStore(int capacity, InstantSource clock) {
        if (capacity < 1) throw new IllegalArgumentException("capacity must be at least 1");
        this.capacity = capacity;
        this.clock = clock;
    }

    @Override
    public synchronized void remember(String challengeId, Instant until) {
        forgetLapsed();
        if (entries.size() >= capacity) throw new ChallengeStoreFull(capacity);
        entries.putIfAbsent(challengeId, new Entry(until, false));
    }

    @Override
    public synchronized Consumption consume(String challengeId) {
        Entry entry = entries.get(challengeId);
        if (entry == null) return Consumption.UNKNOWN;
        if (entry.used()) return Consumption.ALREADY_USED;
        entries.replace(challengeId, new Entry(entry.until(), true));
        return Consumption.CONSUMED;
    }

    /** Stops at the first that has not lapsed: each entry is looked at once on its way out. */
    private void forgetLapsed() {
        Instant now = clock.instant();
        Iterator<Entry> oldestFirst = entries.values().iterator();
        while (oldestFirst.hasNext() && oldestFirst.next().until().isBefore(now))
            oldestFirst.remove();
    }
}
