package org.openmyna.server.counter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openmyna.server.residents.api.Effect;
import org.openmyna.server.residents.api.ResidentId;

/** Effects of a notice as a case keeps them: {@code KIND|person|day|due|law}. */
final class Effects {
    private Effects() {}

    static List<String> written(List<Effect> effects) {
        return effects.stream()
                .map(each ->
                        each.kind()
                                + "|"
                                + each.person().value()
                                + "|"
                                + each.on()
                                + "|"
                                + each.due().map(LocalDate::toString).orElse("")
                                + "|"
                                + each.law())
                .toList();
    }

    static List<Effect> read(List<String> written) {
        return written.stream().map(Effects::one).toList();
    }

    private static Effect one(String written) {
        List<String> parts = List.of(written.split("\\|", 5));
        return new Effect(
                Effect.Kind.valueOf(parts.get(0)),
                new ResidentId(Long.parseLong(parts.get(1))),
                LocalDate.parse(parts.get(2)),
                parts.get(3).isEmpty()
                        ? Optional.empty()
                        : Optional.of(LocalDate.parse(parts.get(3))),
                parts.get(4));
    }
}
