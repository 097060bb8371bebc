package org.openmyna.server.counter;

import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.server.residents.api.Household;
import org.openmyna.server.residents.api.HouseholdId;
import org.openmyna.server.residents.api.ResidentRecord;

/**
 * Whom a notice is about.
 *
 * @param person nobody for people who come here first
 * @param household in which the person lives
 */
record Subject(
        MunicipalityCode municipality,
        Optional<ResidentRecord> person,
        Optional<Household> household) {
    List<ResidentRecord> members() {
        return household.map(Household::members).orElse(List.of());
    }

    /** Those who live with the person. */
    List<ResidentRecord> others() {
        return members().stream()
                .filter(each -> person.isEmpty() || !each.id().equals(person.get().id()))
                .toList();
    }

    Optional<HouseholdId> householdId() {
        return household.map(Household::id);
    }

    /** The name of one of them; empty for anybody else. */
    String name(long id) {
        return java.util.stream.Stream.concat(person.stream(), members().stream())
                .filter(each -> each.id().value() == id)
                .map(each -> each.name().text())
                .findFirst()
                .orElse("");
    }
}
