package org.openmyna.trust.verifier.online;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;

/**
 * How a {@link ListFetcher} fetches.
 *
 * @param folder where copies are kept, so that a restart fetches nothing again; it is made if need
 *     be, and belongs to one process
 * @param addresses where the list of a place is published: a certificate names the place by a
 *     directory name alone (JPKI reference 3.1)
 * @param timeout for one list, all of it
 * @param mostBytes longest list that is taken
 * @param parallel how many lists are fetched at the same time
 * @param retryAfter how long a place is left alone after a failure
 */
public record ListSettings(
        Path folder,
        Function<ListPlace, URI> addresses,
        Duration timeout,
        long mostBytes,
        int parallel,
        Duration retryAfter) {
    public ListSettings {
        if (timeout.isNegative() || timeout.isZero())
            throw new IllegalArgumentException("timeout must be positive");
        if (mostBytes < 1 || parallel < 1)
            throw new IllegalArgumentException("mostBytes and parallel must be positive");
    }

    /** A minute and 256 MB for a list, eight at a time, a minute of peace after a failure. */
    public static ListSettings standard(Path folder, Function<ListPlace, URI> addresses) {
        return new ListSettings(
                folder, addresses, Duration.ofMinutes(1), 256L << 20, 8, Duration.ofMinutes(1));
    }
}
