package org.openmyna.server.counter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openmyna.server.residents.api.History;
import org.openmyna.server.residents.api.ResidentRecord;

/**
 * A person on both axes of time.
 *
 * @param sheet which past was asked for
 * @param validOn the day that the record below is of
 * @param then the record as it was known at that moment; none if there was none
 */
record HistoryView(
        ResidentRecord record,
        List<History.Version> versions,
        Sheet sheet,
        LocalDate validOn,
        Instant knownAt,
        Optional<ResidentRecord> then) {
    HistoryView {
        versions = List.copyOf(versions);
    }
}
