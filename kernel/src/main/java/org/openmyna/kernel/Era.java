package org.openmyna.kernel;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Eras 元号 since Meiji. An era begins on the day of its proclamation, and that whole day belongs to
 * it; the days of 1912-07-30 and 1926-12-25 are therefore only Taishō 1 and Shōwa 1 here. Meiji
 * year 1 counts from the first day of that year in the calendar of its time; days before 1873, when
 * Japan took the Gregorian calendar, are reckoned in the Gregorian calendar all the same.
 */
public enum Era {
    MEIJI('1', 'M', "明治", LocalDate.of(1868, 1, 25), LocalDate.of(1912, 7, 29)),
    TAISHO('2', 'T', "大正", LocalDate.of(1912, 7, 30), LocalDate.of(1926, 12, 24)),
    SHOWA('3', 'S', "昭和", LocalDate.of(1926, 12, 25), LocalDate.of(1989, 1, 7)),
    HEISEI('4', 'H', "平成", LocalDate.of(1989, 1, 8), LocalDate.of(2019, 4, 30)),
    REIWA('5', 'R', "令和", LocalDate.of(2019, 5, 1), null);

    private final char certificateDigit;
    private final char letter;
    private final String japanese;
    private final LocalDate firstDay;
    private final @Nullable LocalDate lastDay;

    Era(
            char certificateDigit,
            char letter,
            String japanese,
            LocalDate firstDay,
            @Nullable LocalDate lastDay) {
        this.certificateDigit = certificateDigit;
        this.letter = letter;
        this.japanese = japanese;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
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
        return Optional.ofNullable(lastDay);
    }

    /** The era that a day belongs to; none before Meiji. */
    public static Optional<Era> of(LocalDate day) {
        return Arrays.stream(values()).filter(era -> era.overlaps(day, day)).findFirst();
    }

    static Optional<Era> ofCertificateDigit(char digit) {
        return Arrays.stream(values()).filter(era -> era.certificateDigit == digit).findFirst();
    }

    int gregorianYear(int yearOfEra) {
        return firstDay.getYear() + yearOfEra - 1;
    }

    int yearOfEra(int gregorianYear) {
        return gregorianYear - firstDay.getYear() + 1;
    }

    /** Whether any day from the first to the last one given lies in this era. */
    boolean overlaps(LocalDate from, LocalDate to) {
        return !to.isBefore(firstDay) && (lastDay == null || !from.isAfter(lastDay));
    }
}
