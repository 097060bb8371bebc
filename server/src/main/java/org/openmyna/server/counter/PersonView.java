package org.openmyna.server.counter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openmyna.server.residents.api.Household;
import org.openmyna.server.residents.api.RecordedNotice;
import org.openmyna.server.residents.api.ResidentRecord;

/**
 * What the page of a person shows.
 *
 * @param isProtected 支援措置
 * @param notices the latest first
 * @param forms notices that can be given about the person
 * @param company clerks who are at the same record
 */
record PersonView(
        ResidentRecord record,
        Optional<Household> household,
        boolean isProtected,
        LocalDate today,
        List<RecordedNotice> notices,
        List<EventForm> forms,
        List<Company.Other> company) {
    PersonView {
        notices = List.copyOf(notices);
        forms = List.copyOf(forms);
        company = List.copyOf(company);
    }

    Optional<Integer> age() {
        return Show.age(record.birthDate(), today);
    }

    /** A cancellation stays, and so does what was cancelled. */
    boolean canCancel(RecordedNotice notice) {
        String kind = notice.notice().event().kind();
        return notice.cancelledBy().isEmpty()
                && !kind.equals("Cancellation")
                && !kind.equals("RecordCodeChange");
    }
}
