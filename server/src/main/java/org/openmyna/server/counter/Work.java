package org.openmyna.server.counter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.openmyna.server.residents.api.Deadline;

/**
 * The start page of an officer.
 *
 * @param term how many days deadlines are shown ahead
 */
record Work(List<Mine> cases, List<Due> deadlines, int term) {
    /** A case of the officer. */
    record Mine(CaseFile file, Affair affair, Instant openedOn) {}

    /**
     * Something that happens by itself unless somebody acts.
     *
     * @param number of the last case about the person
     */
    record Due(String number, long person, Deadline.Kind kind, LocalDate lastDay, String law) {}

    Work {
        cases = List.copyOf(cases);
        deadlines = List.copyOf(deadlines);
    }
}
