package org.openmyna.server.residents.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.MunicipalityCode;

/** A household that is there when the register begins: for test populations. */
public record LoadedHousehold(MunicipalityCode municipality, Address address, List<Person> people) {
    public LoadedHousehold {
        people = List.copyOf(people);
    }

    /**
     * @param residentSince 住民となった年月日
     * @param protection a measure that holds
     */
    public record Person(
            Newcomer person,
            LocalDate residentSince,
            Optional<Address> previousAddress,
            Optional<Protection> protection) {}
}
