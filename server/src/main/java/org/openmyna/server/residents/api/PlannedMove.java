package org.openmyna.server.residents.api;

import java.time.LocalDate;
import org.openmyna.kernel.Address;

/**
 * A notified move-out (転出届).
 *
 * @param on planned day (転出予定年月日)
 * @param special 特例転出: the transfer certificate goes over the network, and the card does the rest
 */
public record PlannedMove(LocalDate on, Address destination, boolean special) {
    /** Where to stays hidden. */
    @Override
    public String toString() {
        return "PlannedMove[" + on + "]";
    }
}
