package org.openmyna.card.issuer.face;

import java.time.LocalDate;
import org.openmyna.kernel.JapaneseDate;

/** How the card prints a birth date: with eras for Japanese nationals, else by the Western year. */
public enum BirthDateStyle {
    ERA,
    WESTERN;

    /** 昭和60年3月7日生 or 1985年3月7日生; unknown parts as registers write them. */
    String text(JapaneseDate date) {
        if (this == ERA) {
            return date.japanese() + "生";
        }
        return switch (date) {
            case JapaneseDate.Exact(LocalDate day) -> western(day) + "生";
            case JapaneseDate.DayUnknown unknown -> year(unknown) + unknown.month() + "月日不詳生";
            case JapaneseDate.MonthUnknown unknown -> year(unknown) + "月日不詳生";
            case JapaneseDate.YearUnknown ignored -> "年月日不詳生";
            case JapaneseDate.Unknown ignored -> "不詳生";
        };
    }

    /** The certificate's form has the Gregorian year after the era's digit. */
    private static String year(JapaneseDate date) {
        return date.certificateForm().substring(1, 5) + "年";
    }

    static String western(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
