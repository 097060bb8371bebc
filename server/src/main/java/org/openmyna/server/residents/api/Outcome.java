package org.openmyna.server.residents.api;

import java.util.List;
import java.util.Optional;

/**
 * What came of a notice, or would come of it.
 *
 * @param notice none for a preview
 * @param people whom it concerns; newcomers have an id only once it is recorded
 */
public record Outcome(Optional<NoticeId> notice, List<ResidentId> people, List<Effect> effects) {
    public Outcome {
        people = List.copyOf(people);
        effects = List.copyOf(effects);
    }
}
