package org.openmyna.server.counter;

import java.util.List;
import org.openmyna.server.residents.api.Effect;
import org.openmyna.server.residents.api.History;

/**
 * A notice before it is recorded.
 *
 * @param past what is recorded now about the days that change; empty if no past changes
 * @param key of the form: sent twice it is recorded once
 */
record Preview(
        Answers answers,
        List<Summary.Row> rows,
        List<Effect> effects,
        List<History.Version> past,
        String key) {
    Preview {
        rows = List.copyOf(rows);
        effects = List.copyOf(effects);
        past = List.copyOf(past);
    }

    String name(Effect effect) {
        return answers.subject().name(effect.person().value());
    }
}
