package org.openmyna.server.residents.api;

import java.util.List;
import java.util.Optional;

/**
 * A household on a day, the householder first.
 *
 * @param members whoever lives in it
 */
public record Household(HouseholdId id, List<ResidentRecord> members) {
    public Household {
        members = List.copyOf(members);
    }

    public Optional<ResidentRecord> householder() {
        return members.stream().filter(each -> each.relationship().isHouseholder()).findFirst();
    }
}
