package org.openmyna.server.residents;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.Address;
import org.openmyna.server.residents.api.FamilyRegister;
import org.openmyna.server.residents.api.ForeignResident;
import org.openmyna.server.residents.api.PlannedMove;
import org.openmyna.server.residents.api.Qualification;
import org.openmyna.server.residents.api.ResidentRecord;

/** The items of a record that nobody searches by; one column. */
record Rest(
        Optional<String> formerSurname,
        Optional<String> alias,
        LocalDate residentSince,
        Optional<LocalDate> addressSince,
        Optional<Address> previousAddress,
        Optional<FamilyRegister> familyRegister,
        Optional<ForeignResident> foreign,
        List<Qualification> qualifications,
        Optional<PlannedMove> plannedMove,
        boolean continuedUse) {
    Rest {
        qualifications = List.copyOf(qualifications);
    }

    static Rest of(ResidentRecord record) {
        return new Rest(
                record.formerSurname(),
                record.alias(),
                record.residentSince(),
                record.addressSince(),
                record.previousAddress(),
                record.familyRegister(),
                record.foreign(),
                record.qualifications(),
                record.plannedMove(),
                record.continuedUse());
    }
}
