package org.openmyna.kernel;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Eras 元号 since Meiji. An era begins on the day of its proclamation, and that whole day belongs to
 * it; the days of 1912-07-30 and 1926-12-25 are therefore only Taishō 1 and Shōwa 1 here. Meiji
 * year 1 counts from the first day of that year in the calendar of its time; days before 1873, when
 * Japan took the Gregorian calendar, are reckoned in the Gregorian calendar all the same.
 */
public enum Era {
    MEIJI('1', 'M', "明治", LocalDate.of(1868, 1, 25)),
    TAISHO('2', 'T', "大正", LocalDate.of(1912, 7, 30)),
    SHOWA('3', 'S', "昭和", LocalDate.of(1926, 12, 25)),
    HEISEI('4', 'H', "平成", LocalDate.of(1989, 1, 8)),
    REIWA('5', 'R', "令和", LocalDate.of(2019, 5, 1));

    private final char certificateDigit;
    private final char letter;
    private final String japanese;
    private final LocalDate firstDay;

    Era(char certificateDigit, char letter, String japanese, LocalDate firstDay) {
        this.certificateDigit = certificateDigit;
        this.letter = letter;
        this.japanese = japanese;
        this.firstDay = firstDay;
    }

    /** The digit in the certificate's birth date, 1 to 5. */
    public char certificateDigit() {
        return certificateDigit;
    }

    /** M, T, S, H or R. */
    public char letter() {
        return letter;
    }

    public String japanese() {
        return japanese;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    /** The day before the next era begins; none for the era of today. */
    public Optional<LocalDate> lastDay() {
        return ordinal() + 1 < values().length
                ? Optional.of(values()[ordinal() + 1].firstDay.minusDays(1))
                : Optional.empty();
    }

    /** The era that a day belongs to; none before Meiji. */
    public static Optional<Era> of(LocalDate day) {
        Optional<Era> found = Optional.empty();
        for (Era era : values()) {
            if (!day.isBefore(era.firstDay)) {
                found = Optional.of(era);
            }
        }
        return found;
    }

    int gregorianYear(int yearOfEra) {
        return firstDay.getYear() + yearOfEra - 1;
    }

    int yearOfEra(int gregorianYear) {
        return gregorianYear - firstDay.getYear() + 1;
    }

    /** Whether any day from the first to the last one given lies in this era. */
    boolean overlaps(LocalDate from, LocalDate to) {
        return !to.isBefore(firstDay) && lastDay().map(last -> !from.isAfter(last)).orElse(true);
    }
}
