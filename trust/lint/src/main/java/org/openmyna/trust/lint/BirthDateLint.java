package org.openmyna.trust.lint;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/** EYYYYMMDD: era and Gregorian date, with zeros for what is unknown (reference 2.4). */
final class BirthDateLint {
    private static final int LENGTH = 9;
    private static final int AGE = 15;
    private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);

    /** First days of Meiji, Taishō, Shōwa, Heisei, Reiwa. */
    private static final List<LocalDate> ERAS =
            List.of(
                    LocalDate.of(1868, 1, 25),
                    LocalDate.of(1912, 7, 30),
                    LocalDate.of(1926, 12, 25),
                    LocalDate.of(1989, 1, 8),
                    LocalDate.of(2019, 5, 1));

    private BirthDateLint() {}

    static void check(String text, Instant issued, String field, Findings findings) {
        if (text.length() != LENGTH
                || !CommonNameLint.digits(text, 0, LENGTH)
                || text.charAt(0) > '5') {
            findings.add(FourItemsRule.DATE_FORM, field, "EYYYYMMDD", "something else");
            return;
        }
        int era = text.charAt(0) - '0';
        int year = CommonNameLint.number(text, 1, 5);
        int month = CommonNameLint.number(text, 5, 7);
        int day = CommonNameLint.number(text, 7, 9);
        if (year == 0 && month == 0 && day == 0) {
            return;
        }
        LocalDate first;
        LocalDate last;
        try {
            first = LocalDate.of(year, Math.max(month, 1), Math.max(day, 1));
            last = last(first, month, day);
        } catch (DateTimeException e) {
            findings.add(FourItemsRule.DATE_CALENDAR, field, "a day", "none of the calendar");
            return;
        }
        if (year == 0 || month == 0 && day != 0) {
            findings.add(
                    FourItemsRule.DATE_CALENDAR, field, "zeros from the day on", "a gap before it");
        } else if (!inEra(era, first, last)) {
            findings.add(FourItemsRule.DATE_ERA, field, "the era of the date", "era " + era);
        } else {
            age(first, issued, field, findings);
        }
    }

    private static LocalDate last(LocalDate first, int month, int day) {
        if (month == 0) {
            return LocalDate.of(first.getYear(), 12, 31);
        }
        return day == 0 ? YearMonth.from(first).atEndOfMonth() : first;
    }

    /** Some day from first to last lies in the era. An unknown era has no known year. */
    private static boolean inEra(int era, LocalDate first, LocalDate last) {
        if (era == 0 || last.isBefore(ERAS.get(era - 1))) {
            return false;
        }
        return era == ERAS.size() || first.isBefore(ERAS.get(era));
    }

    /** A partly unknown date counts as its first day: only who is surely too young is found. */
    private static void age(LocalDate first, Instant issued, String field, Findings findings) {
        LocalDate today = LocalDate.ofInstant(issued, JAPAN);
        if (first.isAfter(today)) {
            findings.add(FourItemsRule.DATE_FUTURE, field, "before the issue", "after it");
        } else if (first.plusYears(AGE).isAfter(today)) {
            findings.add(FourItemsRule.TOO_YOUNG, field, AGE + " years or more", "fewer");
        }
    }
}
