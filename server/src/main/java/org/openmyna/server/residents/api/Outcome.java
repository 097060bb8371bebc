package org.openmyna.server.residents.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What came of a notice, or would come of it.
 *
 * @param notice none for a preview
 * @param people whom it concerns; newcomers have an id only once it is recorded
 * @param changes of a preview: what the records of these people say now, and would say
 */
public record Outcome(
        Optional<NoticeId> notice,
        List<ResidentId> people,
        List<Effect> effects,
        List<Change> changes) {
    /** What was recorded. */
    public Outcome(NoticeId notice, List<ResidentId> people, List<Effect> effects) {
        this(Optional.of(notice), people, effects, List.of());
    }

    /**
     * What changes about one person; what stays the same is in neither.
     *
     * @param before known now, in the order of days
     * @param after known with the notice, in the order of days
     */
    public record Change(ResidentId person, List<Days> before, List<Days> after) {
        public Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /**
     * A record and its days.
     *
     * @param to first day on which it is not true any more; none: until further notice
     */
    public record Days(ResidentRecord record, LocalDate from, Optional<LocalDate> to) {}

    public Outcome {
        changes = List.copyOf(changes);
        people = List.copyOf(people);
        effects = List.copyOf(effects);
    }
}
