package org.openmyna.server.counter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openmyna.server.residents.api.Deadline;

/**
 * The start page of an officer.
 *
 * @param term how many days deadlines are shown ahead
 * @param more whether there are more deadlines than are shown
 */
record Work(List<Mine> cases, List<Due> deadlines, int term, boolean more) {
    /** A case of the officer. */
    record Mine(CaseFile file, Affair affair, Instant openedOn) {}

    /**
     * Something that happens by itself unless somebody acts.
     *
     * @param number of the last case about the person; none if there was none
     */
    record Due(
            Optional<String> number,
            long person,
            Deadline.Kind kind,
            LocalDate lastDay,
            String law) {}

    Work {
        cases = List.copyOf(cases);
        deadlines = List.copyOf(deadlines);
    }
}
