package org.openmyna.kernel;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A date as Japanese registers hold it: with its era, and possibly without a day, a month, a year
 * or anything at all (月日不詳). Whoever needs a person's age asks {@link #exact()} and refuses what
 * has none.
 */
public sealed interface JapaneseDate {
    /** A day of the calendar, from Meiji 1 to year 99 of the present era. */
    record Exact(LocalDate day) implements JapaneseDate {
        /**
         * @throws DateOutsideEra if the day lies before Meiji (MYNA-KRN-024)
         */
        public Exact {
            EraRules.checkDay(day);
        }

        public Era era() {
            return Era.of(day).orElseThrow();
        }

        public int yearOfEra() {
            return era().yearOfEra(day.getYear());
        }
    }

    /** 日不詳: year and month are known. */
    record DayUnknown(Era era, int yearOfEra, int month) implements JapaneseDate {
        /**
         * @throws DateOutsideEra if no day of this month lies in the era (MYNA-KRN-023)
         * @throws DateMalformed if there is no such month (MYNA-KRN-022)
         */
        public DayUnknown {
            EraRules.checkMonth(era, yearOfEra, month);
        }
    }

    /** 月日不詳: only the year is known. */
    record MonthUnknown(Era era, int yearOfEra) implements JapaneseDate {
        /**
         * @throws DateOutsideEra if the era has no such year (MYNA-KRN-023)
         */
        public MonthUnknown {
            EraRules.checkYear(era, yearOfEra);
        }
    }

    /** 年月日不詳 with nothing known but the era. */
    record YearUnknown(Era era) implements JapaneseDate {}

    /** 不詳: nothing is known. */
    record Unknown() implements JapaneseDate {}

    static JapaneseDate of(LocalDate day) {
        return new Exact(day);
    }

    /**
     * Reads 昭和60年3月7日, 昭和元年12月25日, S60.03.07, 1985-03-07, 昭和60年3月日不詳, 昭和60年月日不詳, 昭和年月日不詳 or 不詳;
     * full-width digits and blanks are welcome.
     *
     * @throws DateMalformed if the text is none of these (MYNA-KRN-021) or the calendar has no such
     *     day (MYNA-KRN-022)
     * @throws DateOutsideEra if the era had not begun or was over (MYNA-KRN-023)
     */
    static JapaneseDate parse(String typed) {
        return JapaneseDateText.parse(typed);
    }

    /**
     * Reads what {@link #certificateForm()} writes.
     *
     * @throws DateMalformed if the text is no such form (MYNA-KRN-021, 022)
     * @throws DateOutsideEra if era and year do not go together (MYNA-KRN-023)
     */
    static JapaneseDate ofCertificateForm(String form) {
        return JapaneseDateText.parseCertificateForm(form);
    }

    /** The day, if day, month and year are known. */
    default Optional<LocalDate> exact() {
        return this instanceof Exact(LocalDate day) ? Optional.of(day) : Optional.empty();
    }

    /** As documents write it: 昭和60年3月7日, the first year as 元年. */
    default String japanese() {
        return switch (this) {
            case Exact exact ->
                    EraRules.year(exact.era(), exact.yearOfEra())
                            + exact.day().getMonthValue()
                            + "月"
                            + exact.day().getDayOfMonth()
                            + "日";
            case DayUnknown(Era era, int year, int month) ->
                    EraRules.year(era, year) + month + "月日不詳";
            case MonthUnknown(Era era, int year) -> EraRules.year(era, year) + "月日不詳";
            case YearUnknown(Era era) -> era.japanese() + "年月日不詳";
            case Unknown() -> "不詳";
        };
    }

    /**
     * As the signature certificate writes it: era digit (0 unknown), then the <em>Gregorian</em>
     * year, month and day; unknown parts are zeros.
     */
    default String certificateForm() {
        return switch (this) {
            case Exact exact ->
                    EraRules.certificateForm(
                            exact.era(),
                            exact.day().getYear(),
                            exact.day().getMonthValue(),
                            exact.day().getDayOfMonth());
            case DayUnknown(Era era, int year, int month) ->
                    EraRules.certificateForm(era, era.gregorianYear(year), month, 0);
            case MonthUnknown(Era era, int year) ->
                    EraRules.certificateForm(era, era.gregorianYear(year), 0, 0);
            case YearUnknown(Era era) -> EraRules.certificateForm(era, 0, 0, 0);
            case Unknown() -> "000000000";
        };
    }

    /**
     * Year of the era, month and day in two digits each, as verification number B begins. The era
     * is not part of it; unknown parts are zeros (our choice: no source tells).
     */
    default String sixDigits() {
        return switch (this) {
            case Exact exact ->
                    EraRules.sixDigits(
                            exact.yearOfEra(),
                            exact.day().getMonthValue(),
                            exact.day().getDayOfMonth());
            case DayUnknown(Era era, int year, int month) -> EraRules.sixDigits(year, month, 0);
            case MonthUnknown(Era era, int year) -> EraRules.sixDigits(year, 0, 0);
            case YearUnknown(Era era) -> "000000";
            case Unknown() -> "000000";
        };
    }
}
