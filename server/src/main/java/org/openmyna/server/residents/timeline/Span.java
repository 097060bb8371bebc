package org.openmyna.server.residents.timeline;

import java.time.LocalDate;
import org.openmyna.server.residents.api.ResidentRecord;

/**
 * A record and the days on which it holds.
 *
 * @param to first day on which it does not; {@link #OPEN} until further notice
 */
public record Span(LocalDate from, LocalDate to, ResidentRecord record) {
    public static final LocalDate OPEN = LocalDate.MAX;

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    Span until(LocalDate end) {
        return new Span(from, end, record);
    }
}
