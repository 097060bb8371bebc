package org.openmyna.server.residents.api;

import java.util.Optional;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.MunicipalityCode;

/**
 * Where somebody goes to live.
 *
 * @param household that lives there already and is joined; none for a household of one's own
 */
public record Home(
        MunicipalityCode municipality, Address address, Optional<HouseholdId> household) {
    /** Where it is stays hidden. */
    @Override
    public String toString() {
        return "Home[" + municipality.digits() + "]";
    }
}
