package org.openmyna.card.issuer;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.JapaneseDate;

/**
 * How long a card lives (有効期間): to the tenth birthday after issue for adults, to the fifth for
 * minors, with the age of majority as the law had it on the day. A birthday on 29 February falls on
 * the 28th in common years (our choice).
 *
 * <p>Where a part of the birth date is unknown, it counts as for certificates (our choice): as the
 * first it can be for the birthday, as the last for the age. Who may be a minor gets the shorter
 * term.
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
        return lastDay(born, Optional.of(born), issued);
    }

    /** The same for a birth date of which parts may be unknown. */
    public static LocalDate lastDay(JapaneseDate born, LocalDate issued) {
        if (born instanceof JapaneseDate.Exact(LocalDate day)) return lastDay(day, issued);
        // EYYYYMMDD, zeros where unknown (reference 2.4)
        String form = born.certificateForm();
        int year = Integer.parseInt(form.substring(1, 5));
        int month = Integer.parseInt(form.substring(5, 7));
        if (year == 0) return lastDay(issued.withDayOfYear(1), Optional.empty(), issued);
        YearMonth last = YearMonth.of(year, month == 0 ? 12 : month);
        YearMonth first = YearMonth.of(year, month == 0 ? 1 : month);
        return lastDay(first.atDay(1), Optional.of(last.atEndOfMonth()), issued);
    }

    /**
     * @param birthday of which month and day count
     * @param atLatest the last day on which the person can have been born, if there is one
     */
    private static LocalDate lastDay(
            LocalDate birthday, Optional<LocalDate> atLatest, LocalDate issued) {
        Terms terms =
                LAW.stream()
                        .filter(row -> !issued.isBefore(row.validFrom))
                        .findFirst()
                        .orElse(LAW.getLast());
        boolean adult =
                atLatest.map(born -> Period.between(born, issued).getYears() >= terms.majority)
                        .orElse(false);
        boolean birthdayToCome = birthday.withYear(issued.getYear()).isAfter(issued);
        int birthdays = adult ? terms.adultBirthdays : terms.minorBirthdays;
        return birthday.withYear(issued.getYear() + birthdays - (birthdayToCome ? 1 : 0));
    }
}
