package org.openmyna.server.counter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.server.residents.api.Found;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.Search;

/**
 * Somebody who is entered, beside people with a record who may be the same: born on the same day,
 * with the same name or the same reading of it.
 *
 * @param number of the newcomer, from 1 on
 */
record Suspicion(
        int number, String name, Optional<String> furigana, JapaneseDate born, List<Found> found) {
    private static final int MOST = 10;

    Suspicion {
        found = List.copyOf(found);
    }

    /** Those for whom anybody was found. */
    static List<Suspicion> of(Answers answers, Function<Search, List<Found>> register) {
        return IntStream.rangeClosed(1, answers.people())
                .mapToObj(n -> of(n, answers, register))
                .filter(each -> !each.found().isEmpty())
                .toList();
    }

    private static Suspicion of(
            int number, Answers answers, Function<Search, List<Found>> register) {
        String prefix = "p" + number + "-";
        String name = answers.text(prefix + "name");
        Optional<String> furigana = answers.maybe(prefix + "furigana").map(Kana::katakana);
        // who is born is born on the day of the event
        JapaneseDate born =
                answers.birthDate(prefix + "birthDate")
                        .orElseGet(() -> JapaneseDate.of(answers.effective()));
        List<Found> all = new ArrayList<>(register.apply(search(Optional.of(name), born)));
        if (furigana.isPresent()) {
            all.addAll(
                    register.apply(
                            new Search(
                                    Optional.empty(),
                                    furigana,
                                    Optional.of(born),
                                    Optional.empty(),
                                    MOST)));
        }
        Map<ResidentId, Found> once = new LinkedHashMap<>();
        all.forEach(each -> once.putIfAbsent(each.id(), each));
        return new Suspicion(number, name, furigana, born, List.copyOf(once.values()));
    }

    private static Search search(Optional<String> name, JapaneseDate born) {
        return new Search(name, Optional.empty(), Optional.of(born), Optional.empty(), MOST);
    }
}
