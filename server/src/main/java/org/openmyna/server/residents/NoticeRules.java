package org.openmyna.server.residents;

import java.time.LocalDate;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.Newcomer;
import org.openmyna.server.residents.api.Notice;
import org.openmyna.server.residents.api.Officer;

/** What can be said of a notice without looking into the register. */
final class NoticeRules {
    /** First day of the modern calendar: nobody's record reaches further back. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1873, 1, 1);

    private static final int LONGEST_PURPOSE = 200;

    private NoticeRules() {}

    static void check(Officer officer) {
        boolean told =
                !officer.id().isBlank()
                        && !officer.purpose().isBlank()
                        && officer.purpose().length() <= LONGEST_PURPOSE;
        if (!told) throw new OfficerIncomplete();
    }

    static void check(Notice notice, LocalDate today) {
        if (notice.notifiedOn().isAfter(today)) throw new NotifiedInFuture();
        if (notice.event() instanceof LifeEvent.Cancellation) return;
        if (notice.effectiveOn().isBefore(FIRST_DAY)) throw new EffectiveTooEarly();
        if (notice.effectiveOn().isAfter(today) && !canLieAhead(notice.event()))
            throw new EffectiveInFuture();
        if (notice.event() instanceof LifeEvent.Emigration move
                && move.continuedUse()
                && !notice.notifiedOn().isBefore(notice.effectiveOn()))
            throw new ContinuedUseTooLate();
        if (notice.event() instanceof LifeEvent.RecordCodeChange
                && !notice.effectiveOn().equals(today)) throw new CodeChangeNotToday();
        Touched.by(notice.event()).newcomers().forEach(NoticeRules::check);
    }

    static void check(Newcomer person) {
        boolean foreign = person.foreign().isPresent();
        if (foreign && person.familyRegister().isPresent()) throw new NewcomerContradictory();
        if (foreign && person.formerSurname().isPresent()) throw new NotJapanese();
        if (!foreign && person.alias().isPresent()) throw new NotForeign();
    }

    private static boolean canLieAhead(LifeEvent event) {
        return event instanceof LifeEvent.MoveOut || event instanceof LifeEvent.Emigration;
    }
}
