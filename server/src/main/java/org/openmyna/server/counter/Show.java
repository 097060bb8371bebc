package org.openmyna.server.counter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.server.web.page.PageLanguage;
import org.openmyna.server.web.page.Words;
import org.openmyna.trust.profile.ValidityRule;

/** Values in the language of a page. */
final class Show {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Words words;

    Show(Words words) {
        this.words = words;
    }

    boolean inEnglish() {
        return words.language() == PageLanguage.ENGLISH;
    }

    String day(LocalDate day) {
        return words.day(day);
    }

    String day(JapaneseDate date) {
        return date.exact().map(words::day).orElseGet(date::japanese);
    }

    /** In Japan. */
    String moment(Instant moment) {
        ZonedDateTime there = moment.atZone(ValidityRule.JAPAN);
        return words.day(there.toLocalDate()) + " " + CLOCK.format(there);
    }

    String text(String key, Object... arguments) {
        return words.plain(key, arguments);
    }

    /** Full years on a day; empty if the birth date is not fully known. */
    static Optional<Integer> age(JapaneseDate born, LocalDate on) {
        return born.exact().map(day -> Math.max(0, Period.between(day, on).getYears()));
    }
}
