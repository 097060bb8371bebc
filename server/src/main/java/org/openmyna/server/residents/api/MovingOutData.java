package org.openmyna.server.residents.api;

import java.time.LocalDate;
import java.util.List;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.MunicipalityCode;

/**
 * Data of a certificate of moving out (転出証明書情報) that goes over the network instead of on paper
 * (特例転出, Resident Registry Act art. 24-2).
 *
 * @param from whose record it was
 * @param destination as notified; they may move in elsewhere
 * @param plannedOn 転出予定年月日
 * @param lastDay on which it is given out
 * @param people whoever moves out by the same notice and has not moved in yet, as their record
 *     stands: with the last address and relationship
 */
public record MovingOutData(
        MunicipalityCode from,
        Address destination,
        LocalDate plannedOn,
        LocalDate lastDay,
        List<ResidentRecord> people) {
    public MovingOutData {
        people = List.copyOf(people);
    }

    /** Who it is stays hidden. */
    @Override
    public String toString() {
        return "MovingOutData[" + plannedOn + "]";
    }
}
