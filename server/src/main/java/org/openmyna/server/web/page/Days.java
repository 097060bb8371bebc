package org.openmyna.server.web.page;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.openmyna.kernel.Era;
import org.openmyna.kernel.JapaneseDate;

/** Days in words: 令和8年（2026年）4月1日（水）. */
final class Days {
    private Days() {}

    static String words(LocalDate day, PageLanguage language) {
        return switch (language) {
            case JAPANESE -> era(day) + "（" + day.getYear() + "年）" + rest(day);
            case EASY -> day.getYear() + "年（" + era(day) + "）" + rest(day);
            case ENGLISH ->
                    day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                            + ", "
                            + day.getDayOfMonth()
                            + " "
                            + day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                            + " "
                            + day.getYear();
        };
    }

    private static String rest(LocalDate day) {
        return day.getMonthValue()
                + "月"
                + day.getDayOfMonth()
                + "日（"
                + day.getDayOfWeek().getDisplayName(TextStyle.NARROW, Locale.JAPANESE)
                + "）";
    }

    private static String era(LocalDate day) {
        if (Era.of(day).isEmpty()) return "西暦";
        JapaneseDate.Exact exact = new JapaneseDate.Exact(day);
        int year = exact.yearOfEra();
        return exact.era().japanese() + (year == 1 ? "元" : String.valueOf(year)) + "年";
    }
}
