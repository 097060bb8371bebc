package org.openmyna.server.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {
    @ParameterizedTest
    @CsvSource({
        "2026-04-01, JAPANESE, 令和8年（2026年）4月1日（水）",
        "2026-04-01, EASY, 2026年（令和8年）4月1日（水）",
        "2026-04-01, ENGLISH, 'Wednesday, 1 April 2026'",
        "2019-05-01, JAPANESE, 令和元年（2019年）5月1日（水）",
        "2019-04-30, JAPANESE, 平成31年（2019年）4月30日（火）",
        "1850-01-01, JAPANESE, 西暦（1850年）1月1日（火）"
    })
    void a_day_is_told_with_its_era_and_its_weekday(
            LocalDate day, PageLanguage language, String words) {
        assertThat(Days.words(day, language)).isEqualTo(words);
    }
}
