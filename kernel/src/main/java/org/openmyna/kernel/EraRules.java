package org.openmyna.kernel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/** What an era allows, and how its years are written. */
final class EraRules {
    private EraRules() {}

    static void checkDay(LocalDate day) {
        Era era = Era.of(day).orElseThrow(() -> new DateOutsideEra());
        checkSpan(era, era.yearOfEra(day.getYear()), day, day);
    }

    static void checkMonth(Era era, int yearOfEra, int month) {
        if (month < 1 || month > 12) {
            throw new DateMalformed(KernelError.DATE_DOES_NOT_EXIST);
        }
        YearMonth span = YearMonth.of(era.gregorianYear(yearOfEra), month);
        checkSpan(era, yearOfEra, span.atDay(1), span.atEndOfMonth());
    }

    static void checkYear(Era era, int yearOfEra) {
        int year = era.gregorianYear(yearOfEra);
        checkSpan(era, yearOfEra, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private static void checkSpan(Era era, int yearOfEra, LocalDate from, LocalDate to) {
        if (yearOfEra < 1 || yearOfEra > 99 || !era.overlaps(from, to)) {
            throw new DateOutsideEra(era);
        }
    }

    static String year(Era era, int yearOfEra) {
        return era.japanese() + (yearOfEra == 1 ? "元" : yearOfEra) + "年";
    }

    static String certificateForm(Era era, int year, int month, int day) {
        return String.format(
                Locale.ROOT, "%c%04d%02d%02d", era.certificateDigit(), year, month, day);
    }

    static String sixDigits(int year, int month, int day) {
        return String.format(Locale.ROOT, "%02d%02d%02d", year, month, day);
    }
}
