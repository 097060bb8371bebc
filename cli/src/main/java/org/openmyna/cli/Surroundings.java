package org.openmyna.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every command is given: its voice and the environment it was called in.
 *
 * @param tracer listens to the cards of the command, where {@code card trace} runs it
 */
record Surroundings(Voice voice, Map<String, String> environment, Optional<Tracer> tracer) {
    /**
     * Where cards and authorities lie: {@code --data}, then OPENMYNA_HOME, then the home folder.
     */
    Path dataDirectory(@Nullable Path asked) {
        if (asked != null) return asked.toAbsolutePath();
        String set = environment.getOrDefault("OPENMYNA_HOME", "");
        if (!set.isEmpty()) return Path.of(set).toAbsolutePath();
        return Path.of(System.getProperty("user.home"), ".openmyna");
    }

    /** The country in the data directory, at the time of this machine. */
    Country country(CommonOptions common) {
        return new Country(
                dataDirectory(common.data),
                InstantSource.system(),
                channel -> tracer.map(trace -> trace.over(channel)).orElse(channel));
    }
}
