package org.openmyna.server.sandbox.screens;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.sandbox.population.Municipality;

/**
 * A resident as the sandbox shows one.
 *
 * @param place none for a municipality that the test country does not know
 * @param age full years; none where the birth date is not known to the day
 */
record Person(
        ResidentRecord record,
        Optional<Municipality> place,
        OptionalInt age,
        List<Why> why,
        boolean hasCard) {
    Person {
        why = List.copyOf(why);
    }

    long id() {
        return record.id().value();
    }

    String name() {
        return record.name().text();
    }

    String furigana() {
        return record.furigana().orElse("");
    }

    /** In Japanese or in Latin letters. */
    String city(String lang) {
        return place.map(where -> lang.equals("en") ? where.english() : where.name())
                .orElseGet(() -> record.municipality().digits());
    }
}
