package org.openmyna.server.counter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something that was done in a case.
 *
 * @param act kind of event, or of what was done
 * @param person the register's id
 * @param notice the register's number
 * @param effects as {@link Effects} writes them
 * @param doneOn legal time
 */
record CaseAct(
        String number,
        String officer,
        String act,
        Optional<Long> person,
        Optional<Long> notice,
        Optional<LocalDate> effective,
        Optional<LocalDate> notified,
        List<String> effects,
        Instant doneOn) {
    CaseAct {
        effects = List.copyOf(effects);
    }
}
