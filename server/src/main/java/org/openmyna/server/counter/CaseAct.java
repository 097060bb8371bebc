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
 * @param confirmed how the citizen confirmed it; none for what is no notice
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
        Instant doneOn,
        Optional<Confirmation> confirmed) {
    /** Something that changes nothing in the register. */
    static CaseAct of(Desk desk, String act, long person, Instant doneOn) {
        return new CaseAct(
                desk.file().number(),
                desk.clerk().id(),
                act,
                Optional.of(person),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                doneOn,
                Optional.empty());
    }

    CaseAct {
        effects = List.copyOf(effects);
    }
}
