package org.openmyna.server.sandbox.screens;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.Standing;
import org.openmyna.server.sandbox.population.Specimens;

/** Why a person is worth a look; the words are {@code why.<token>}. */
enum Why {
    SPECIMEN,
    PROTECTED,
    TWIN,
    CHILD,
    FOREIGN,
    STAY_ENDS,
    ALIAS,
    MOVES,
    MOVED_OUT,
    ABROAD,
    ABROAD_CARD,
    DEAD,
    REMOVED,
    VARIANT_GLYPHS,
    FORMER_SURNAME,
    UNKNOWN_BIRTH_DATE,
    LEAP_DAY;

    /** From this age on there is a signature certificate without a parent's word. */
    private static final int SIGNS = 15;

    private static final int SOON = 90;

    String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the record itself tells. */
    static List<Why> of(ResidentRecord record, LocalDate today) {
        List<Why> all = new ArrayList<>();
        if (Specimens.isOne(record)) all.add(SPECIMEN);
        age(record.birthDate(), today)
                .ifPresent(age -> {
                    if (age < SIGNS) all.add(CHILD);
                });
        record.foreign()
                .ifPresent(stay -> {
                    all.add(FOREIGN);
                    stay.until()
                            .filter(until -> until.isBefore(today.plusDays(SOON)))
                            .ifPresent(_ -> all.add(STAY_ENDS));
                });
        if (record.alias().isPresent()) all.add(ALIAS);
        if (record.standing() == Standing.RESIDENT && record.plannedMove().isPresent()) {
            all.add(MOVES);
        }
        addStanding(record, all);
        if (record.name().forCertificate().flags().contains("1")) all.add(VARIANT_GLYPHS);
        if (record.formerSurname().isPresent()) all.add(FORMER_SURNAME);
        addBirth(record.birthDate(), all);
        return all;
    }

    private static void addStanding(ResidentRecord record, List<Why> all) {
        switch (record.standing()) {
            case RESIDENT -> {}
            case MOVED_OUT -> all.add(MOVED_OUT);
            case ABROAD -> all.add(record.continuedUse() ? ABROAD_CARD : ABROAD);
            case DEAD -> all.add(DEAD);
            case REMOVED -> all.add(REMOVED);
        }
    }

    private static void addBirth(JapaneseDate born, List<Why> all) {
        born.exact()
                .ifPresentOrElse(
                        day -> {
                            if (day.getMonthValue() == 2 && day.getDayOfMonth() == 29) {
                                all.add(LEAP_DAY);
                            }
                        },
                        () -> all.add(UNKNOWN_BIRTH_DATE));
    }

    /** Full years; none where the birth date is not known to the day. */
    static OptionalInt age(JapaneseDate born, LocalDate today) {
        return born.exact().stream()
                .mapToInt(day -> Period.between(day, today).getYears())
                .filter(age -> age >= 0)
                .findFirst();
    }
}
