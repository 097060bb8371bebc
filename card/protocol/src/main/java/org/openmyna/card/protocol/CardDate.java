package org.openmyna.card.protocol;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.openmyna.kernel.JapaneseDate;

/**
 * A birth date 生年月日 as the card writes it: {@code YYYYMMDD} in ASCII, Gregorian year. Unknown parts
 * are zeros; no public source tells how real cards write them.
 *
 * @param year 0 to 9999; 0 is unknown
 * @param month 0 to 12; 0 is unknown
 * @param day 0 to 31; 0 is unknown
 */
public record CardDate(int year, int month, int day) {
    /**
     * @throws CardFileMalformed if the calendar has no such day, or a known part follows an unknown
     *     one
     */
    public CardDate {
        boolean complete = year > 0 && month > 0 && day > 0;
        boolean gap = (year == 0 && month != 0) || (month == 0 && day != 0);
        if (year < 0 || year > 9999 || month < 0 || month > 12 || day < 0 || day > 31 || gap) {
            throw malformed();
        }
        if (complete) {
            try {
                LocalDate.of(year, month, day);
            } catch (DateTimeException noSuchDay) {
                throw malformed();
            }
        }
    }

    /**
     * @throws CardFileMalformed if the year has not one to four digits
     */
    public static CardDate of(LocalDate day) {
        return new CardDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /** The era of a year that is not known is lost. */
    public static CardDate of(JapaneseDate date) {
        return ofDigits(date.certificateForm().substring(1)); // without the digit of the era
    }

    /** The day, if all parts are known. */
    public Optional<LocalDate> exact() {
        return day == 0 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
    }

    byte[] encode() {
        return Ascii.bytes("%04d%02d%02d".formatted(year, month, day));
    }

    static CardDate decode(String file, byte[] value) {
        String digits = Ascii.digits(file, "the birth date", value, 8);
        return Ascii.kernelValue(file, "the birth date", () -> ofDigits(digits));
    }

    private static CardDate ofDigits(String digits) {
        return new CardDate(
                Integer.parseInt(digits, 0, 4, 10),
                Integer.parseInt(digits, 4, 6, 10),
                Integer.parseInt(digits, 6, 8, 10));
    }

    private static CardFileMalformed malformed() {
        return new CardFileMalformed("YYYYMMDD", "no day of the calendar");
    }
}
