package org.openmyna.server.residents.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;

/**
 * What a replay begins with.
 *
 * @param day on which it begins: events before it are in the records already
 * @param before the record of each person that held on the day before
 * @param entered people whose record is there without a notice (a test population) from this day on
 *     or later
 */
public record Start(LocalDate day, Map<ResidentId, Span> before, List<Entered> entered) {
    public Start {
        before = Map.copyOf(before);
        entered = List.copyOf(entered);
    }

    /**
     * @param on from when on the record is there
     */
    public record Entered(LocalDate on, ResidentRecord record) {}

    /** Nothing is known yet. */
    public static Start ofNothing() {
        return new Start(LocalDate.MIN, Map.of(), List.of());
    }
}
