package org.openmyna.server.counter;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.openmyna.kernel.DateOutsideEra;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MynaException;

/**
 * Days in three numbers: year of an era (the letter of the era in {@code …-era}) or of the West,
 * month, day. Full-width digits and 元 are as good as 1.
 */
final class Days {
    /** Of an era, in the order in which they are offered; none for the West. */
    static final List<String> ERAS = List.of("", "R", "H", "S", "T", "M");

    static final List<String> PARTS = List.of("-era", "-year", "-month", "-day");

    private Days() {}

    /** What came of reading. */
    sealed interface Read<T> {
        /** Nothing was typed. */
        record Nothing<T>() implements Read<T> {}

        record Day<T>(T day) implements Read<T> {}

        /**
         * @param key of the sentence that says why
         * @param part that is wrong, such as {@code -month}
         */
        record Wrong<T>(String key, String part) implements Read<T> {}
    }

    /**
     * @param typed what stands in a field
     */
    static Read<LocalDate> day(String name, UnaryOperator<String> typed) {
        return switch (birthDate(name, typed)) {
            case Read.Nothing<JapaneseDate>() -> new Read.Nothing<>();
            case Read.Wrong<JapaneseDate>(String key, String part) -> new Read.Wrong<>(key, part);
            case Read.Day<JapaneseDate>(JapaneseDate date) ->
                    date.exact()
                            .<Read<LocalDate>>map(Read.Day::new)
                            .orElseGet(() ->
                                    new Read.Wrong<>(
                                            "day.incomplete",
                                            plain(typed.apply(name + "-month")).isEmpty()
                                                    ? "-month"
                                                    : "-day"));
        };
    }

    /** Day, or day and month, may be unknown if the era is known. */
    static Read<JapaneseDate> birthDate(String name, UnaryOperator<String> typed) {
        String era = typed.apply(name + "-era");
        String year = plain(typed.apply(name + "-year"));
        String month = plain(typed.apply(name + "-month"));
        String day = plain(typed.apply(name + "-day"));
        if (year.isEmpty() && month.isEmpty() && day.isEmpty()) return new Read.Nothing<>();
        if (!ERAS.contains(era)) return new Read.Wrong<>("day.era", "-era");
        Optional<Integer> y = number(year.equals("元") ? "1" : year, 9999);
        if (y.isEmpty()) return new Read.Wrong<>("day.year", "-year");
        if (era.isEmpty() && y.get() < 1000) return new Read.Wrong<>("day.west", "-year");
        Optional<Integer> m = month.isEmpty() ? Optional.of(0) : number(month, 12);
        if (m.isEmpty()) return new Read.Wrong<>("day.month", "-month");
        Optional<Integer> d = day.isEmpty() ? Optional.of(0) : number(day, 31);
        if (d.isEmpty()) return new Read.Wrong<>("day.day", "-day");
        return era.isEmpty()
                ? western(y.get(), m.get(), d.get())
                : of(era, y.get(), m.get(), d.get());
    }

    private static Read<JapaneseDate> western(int year, int month, int day) {
        if (month == 0 || day == 0) return new Read.Wrong<>("day.incomplete", "-month");
        try {
            return new Read.Day<>(JapaneseDate.of(LocalDate.of(year, month, day)));
        } catch (DateTimeException noSuchDay) {
            return new Read.Wrong<>("day.none", "-day");
        } catch (MynaException beforeMeiji) {
            return new Read.Wrong<>("day.west", "-year");
        }
    }

    private static Read<JapaneseDate> of(String era, int year, int month, int day) {
        String japanese =
                switch (era) {
                    case "R" -> "令和";
                    case "H" -> "平成";
                    case "S" -> "昭和";
                    case "T" -> "大正";
                    default -> "明治";
                };
        if (month == 0 && day != 0) return new Read.Wrong<>("day.month", "-month");
        String rest = month == 0 ? "月日不詳" : month + "月" + (day == 0 ? "日不詳" : day + "日");
        try {
            return new Read.Day<>(JapaneseDate.parse(japanese + year + "年" + rest));
        } catch (DateOutsideEra notInEra) {
            return new Read.Wrong<>("day.outside", "-year");
        } catch (MynaException noSuchDay) {
            return new Read.Wrong<>("day.none", "-day");
        }
    }

    private static Optional<Integer> number(String text, int most) {
        if (!text.matches("[0-9]{1,4}")) return Optional.empty();
        int value = Integer.parseInt(text);
        return value < 1 || value > most ? Optional.empty() : Optional.of(value);
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }
}
