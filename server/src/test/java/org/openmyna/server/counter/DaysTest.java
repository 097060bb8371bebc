package org.openmyna.server.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmyna.kernel.JapaneseDate;

class DaysTest {
    private static Map<String, String> fields(String typed) {
        String[] parts = typed.split("/", -1);
        return Map.of(
                "d-era", parts[0], "d-year", parts[1], "d-month", parts[2], "d-day", parts[3]);
    }

    @ParameterizedTest
    @CsvSource({
        "R/8/6/1, 2026-06-01",
        "R/元/5/1, 2019-05-01",
        "H/３１/４/３０, 2019-04-30",
        "S/64/1/7, 1989-01-07",
        "/２０２４/02/２９, 2024-02-29",
        "T/1/7/30, 1912-07-30"
    })
    void days_are_read_in_any_width_and_era(String typed, LocalDate day) {
        assertThat(Days.day("d", field -> fields(typed).getOrDefault(field, "")))
                .isEqualTo(new Days.Read.Day<>(day));
    }

    @ParameterizedTest
    @CsvSource({"S/20/3/, 昭和20年3月日不詳", "S/20//, 昭和20年月日不詳", "M/45/1/1, 明治45年1月1日"})
    void of_a_birth_date_parts_may_be_unknown(String typed, String read) {
        assertThat(Days.birthDate("d", field -> fields(typed).getOrDefault(field, "")))
                .isEqualTo(new Days.Read.Day<>(JapaneseDate.parse(read)));
    }

    @ParameterizedTest
    @CsvSource({
        "H/31/5/1, day.outside, -year",
        "R/8/2/29, day.none, -day",
        "/2025/2/29, day.none, -day",
        "/8/6/1, day.west, -year",
        "R/８/０/1, day.month, -month",
        "R/8/1/99, day.day, -day",
        "R/8//5, day.month, -month",
        "X/8/1/5, day.era, -era",
        "R/abc/1/5, day.year, -year",
        "/0999/1/5, day.west, -year",
        "R/8/6/, day.incomplete, -day",
        "R/8//, day.incomplete, -month"
    })
    void a_wrong_day_names_its_part(String typed, String key, String part) {
        assertThat(Days.day("d", field -> fields(typed).getOrDefault(field, "")))
                .isEqualTo(new Days.Read.Wrong<LocalDate>(key, part));
    }
}
