package org.openmyna.trust.verifier.online;

import java.util.List;
import org.openmyna.trust.verifier.Refusal;

/**
 * What came of fetching lists.
 *
 * @param fetched how many places have a newer list now
 * @param unchanged how many have the newest already
 * @param failures the others; their old lists stay until they are stale
 */
public record ListRefresh(int fetched, int unchanged, List<Failure> failures) {
    public ListRefresh {
        failures = List.copyOf(failures);
    }

    /** One place that failed, and why. */
    public record Failure(ListPlace place, Refusal refusal) {}
}
