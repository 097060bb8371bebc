package org.openmyna.server.residents.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.server.residents.api.HouseholdId;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.NoticeId;
import org.openmyna.server.residents.api.ResidentId;

/**
 * A recorded notice, as the replay needs it; never a cancellation, nor what was cancelled.
 *
 * @param effectiveOn 異動日
 * @param recordedOn day of its recording, legal time: a move-out shows from then on
 * @param municipality whose officer recorded it
 * @param newcomers ids of those who get a record by it, in the order of the event
 * @param ownHousehold id of the household that comes into being by it
 */
public record Entry(
        NoticeId number,
        LifeEvent event,
        LocalDate effectiveOn,
        LocalDate recordedOn,
        MunicipalityCode municipality,
        List<ResidentId> newcomers,
        Optional<HouseholdId> ownHousehold) {
    public Entry {
        newcomers = List.copyOf(newcomers);
    }

    /** From when on it shows in a record. */
    public LocalDate firstDay() {
        boolean ahead = event instanceof LifeEvent.MoveOut && recordedOn.isBefore(effectiveOn);
        return ahead ? recordedOn : effectiveOn;
    }
}
