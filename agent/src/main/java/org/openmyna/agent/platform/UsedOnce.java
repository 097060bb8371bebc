package org.openmyna.agent.platform;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requests that were used, as long as they could be used again. */
final class UsedOnce {
    private final Map<String, Instant> used = new LinkedHashMap<>();

    /** Whether this is the first time. */
    synchronized boolean use(Ask ask, Instant now) {
        used.values().removeIf(now::isAfter);
        return used.putIfAbsent(ask.issuer() + " " + ask.id(), ask.until()) == null;
    }
}
