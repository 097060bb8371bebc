package org.openmyna.server.counter;

import java.util.List;
import org.openmyna.server.residents.api.Effect;

/**
 * A notice before it is recorded.
 *
 * @param past whose records change about days that are over; empty if no past changes
 * @param suspicions newcomers who may have a record already
 * @param key of the form: sent twice it is recorded once
 */
record Preview(
        Answers answers,
        List<Summary.Row> rows,
        List<Effect> effects,
        List<SideBySide> past,
        List<Suspicion> suspicions,
        String key) {
    Preview {
        rows = List.copyOf(rows);
        effects = List.copyOf(effects);
        past = List.copyOf(past);
        suspicions = List.copyOf(suspicions);
    }

    List<Effects.Shared> shared() {
        return Effects.shared(effects);
    }

    String name(long person) {
        return answers.subject().name(person);
    }
}
