package org.openmyna.server.counter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
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

    /** The same for several people. */
    record Shared(
            Effect.Kind kind,
            LocalDate on,
            Optional<LocalDate> due,
            String law,
            List<Long> people) {
        Shared {
            people = List.copyOf(people);
        }

        /**
         * @param name of a person; empty for whoever is not known here
         */
        String names(LongFunction<String> name) {
            return people.stream()
                    .map(name::apply)
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining("、"));
        }
    }

    static List<Shared> shared(List<Effect> effects) {
        Map<Shared, List<Long>> people = new LinkedHashMap<>();
        for (Effect each : effects) {
            Shared nobody = new Shared(each.kind(), each.on(), each.due(), each.law(), List.of());
            people.computeIfAbsent(nobody, none -> new ArrayList<>()).add(each.person().value());
        }
        return people.entrySet().stream()
                .map(each ->
                        new Shared(
                                each.getKey().kind(),
                                each.getKey().on(),
                                each.getKey().due(),
                                each.getKey().law(),
                                each.getValue()))
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
