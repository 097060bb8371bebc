package org.openmyna.agent;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/**
 * What is decided about an agent.
 *
 * @param port at 127.0.0.1; 0 for a free one
 * @param data folder of the test country, with the drawer {@code cards}; the person's own word is
 *     kept there too
 * @param platforms issuers that are trusted
 * @param shared whether many people use this machine: no last try, no own word, no pasting
 * @param legalTime by which certificates begin and end
 * @param realTime by which requests and waits end
 */
public record AgentSettings(
        int port,
        Path data,
        Set<String> platforms,
        boolean shared,
        InstantSource legalTime,
        InstantSource realTime) {
    /** The usual port. */
    public static final int USUAL_PORT = 48_080;

    public AgentSettings {
        platforms = Set.copyOf(platforms);
    }

    /** At the usual port, trusting nobody yet. */
    public static AgentSettings in(Path data) {
        return new AgentSettings(USUAL_PORT, data, Set.of(), false, Instant::now, Instant::now);
    }

    public AgentSettings withPort(int other) {
        return new AgentSettings(other, data, platforms, shared, legalTime, realTime);
    }

    public AgentSettings withPlatforms(Set<String> issuers) {
        return new AgentSettings(port, data, issuers, shared, legalTime, realTime);
    }

    public AgentSettings withShared(boolean isShared) {
        return new AgentSettings(port, data, platforms, isShared, legalTime, realTime);
    }

    public AgentSettings withLegalTime(InstantSource other) {
        return new AgentSettings(port, data, platforms, shared, other, realTime);
    }

    public AgentSettings withRealTime(InstantSource other) {
        return new AgentSettings(port, data, platforms, shared, legalTime, other);
    }
}
