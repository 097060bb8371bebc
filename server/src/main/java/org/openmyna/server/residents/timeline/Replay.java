package org.openmyna.server.residents.timeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.server.residents.api.NoticeId;
import org.openmyna.server.residents.api.ResidentId;

/** What came of a replay. */
public sealed interface Replay {
    /**
     * Everybody's records, in the order of their days, without gaps; neighbours differ.
     *
     * @param timelines beginning with the record before, where there was one
     */
    record Versions(Map<ResidentId, List<Span>> timelines) implements Replay {}

    /**
     * @param notice that does not fit; the last of the day if a household is left without a
     *     householder; none if nobody's notice of that day
     */
    record Conflict(Optional<NoticeId> notice, Reason reason) implements Replay {}
}
