package org.openmyna.server.counter;

import java.util.List;
import java.util.Optional;
import org.openmyna.server.residents.api.Effect;
import org.openmyna.server.residents.api.ResidentRecord;

/**
 * A recorded notice.
 *
 * @param record of the person, as it is now
 * @param officer name of who recorded it
 */
record Receipt(CaseAct act, Optional<ResidentRecord> record, String officer, List<Effect> effects) {
    Receipt {
        effects = List.copyOf(effects);
    }

    List<Effects.Shared> shared() {
        return Effects.shared(effects);
    }

    long number() {
        return act.notice().orElseThrow();
    }

    /** Empty if it is somebody else of the household. */
    String name(long person) {
        return record.filter(each -> each.id().value() == person)
                .map(each -> each.name().text())
                .orElse("");
    }

    /** Numbers by which the next municipality takes these people over (転出証明書). */
    List<Long> transferNumbers() {
        if (!act.act().equals("MoveOut")) return List.of();
        return effects.stream().map(each -> each.person().value()).distinct().sorted().toList();
    }
}
