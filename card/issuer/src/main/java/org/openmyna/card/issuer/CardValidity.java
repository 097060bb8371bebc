package org.openmyna.card.issuer;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/**
 * How long a card lives (有効期間): to the tenth birthday after issue for adults, to the fifth for
 * minors, with the age of majority as the law had it on the day. A birthday on 29 February falls on
 * the 28th in common years (our choice).
 */
public final class CardValidity {
    /** A row of the law; a change of law is a new row. */
    private record Terms(
            LocalDate validFrom, int majority, int adultBirthdays, int minorBirthdays) {}

    private static final List<Terms> LAW =
            List.of(
                    new Terms(LocalDate.of(2022, 4, 1), 18, 10, 5),
                    new Terms(LocalDate.of(2016, 1, 1), 20, 10, 5));

    private CardValidity() {}

    /** Last day of a card that is issued on this day. */
    public static LocalDate lastDay(LocalDate born, LocalDate issued) {
        Terms terms =
                LAW.stream()
                        .filter(row -> !issued.isBefore(row.validFrom))
                        .findFirst()
                        .orElse(LAW.getLast());
        boolean adult = Period.between(born, issued).getYears() >= terms.majority;
        boolean birthdayToCome = born.withYear(issued.getYear()).isAfter(issued);
        int birthdays = adult ? terms.adultBirthdays : terms.minorBirthdays;
        return born.withYear(issued.getYear() + birthdays - (birthdayToCome ? 1 : 0));
    }
}
