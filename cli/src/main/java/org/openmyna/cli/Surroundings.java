package org.openmyna.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.clock.LegalClock;

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

    /** A PostgreSQL that is there: what was asked, then OPENMYNA_DB, else the folder's own. */
    Optional<String> databaseUrl(@Nullable String asked) {
        String set = asked == null ? environment.getOrDefault("OPENMYNA_DB", "") : asked;
        return set.isEmpty() ? Optional.empty() : Optional.of(set);
    }

    /** The country in the data directory, at its own legal time. */
    Country country(CommonOptions common) {
        return country(common, new AuthorityOptions());
    }

    /** The same with the database that was asked for. */
    Country country(CommonOptions common, AuthorityOptions authority) {
        Path directory = dataDirectory(common.data);
        return new Country(
                directory,
                databaseUrl(authority.database),
                LegalClock.in(directory, InstantSource.system()),
                channel -> tracer.map(trace -> trace.over(channel)).orElse(channel));
    }
}
