package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmyna.kernel.JapaneseDate;

/** Reference 2.6 and 4.3. */
final class ValidityRuleTest {
    private static final LocalDate FAR = LocalDate.of(2048, 12, 31);

    private static ValidityRule born(String day) {
        return ValidityRule.first(JapaneseDate.of(LocalDate.parse(day)), FAR);
    }

    private static Instant noon(String day) {
        return LocalDate.parse(day).atTime(LocalTime.NOON).atZone(ValidityRule.JAPAN).toInstant();
    }

    private static Instant endOf(String day) {
        return Instant.parse(day + "T14:59:59Z");
    }

    @ParameterizedTest
    @CsvSource({
        "1985-06-07, 2026-11-23, 2031-06-07",
        "1985-11-24, 2026-11-23, 2030-11-24", // tomorrow's birthday is the first
        "1985-11-23, 2026-11-23, 2031-11-23", // today's is not after issue
        "1985-11-22, 2026-11-23, 2031-11-22",
        "1984-02-29, 2026-11-23, 2031-02-28",
        "1984-02-29, 2027-02-27, 2031-02-28",
        "1984-02-29, 2027-02-28, 2032-02-29",
        "1984-02-29, 2028-02-28, 2032-02-29",
        "1984-02-29, 2028-02-29, 2033-02-28",
        "1985-01-01, 2026-12-31, 2031-01-01",
        "2026-11-23, 2026-11-23, 2031-11-23",
    })
    void a_certificate_ends_with_the_fifth_birthday_after_issue(
            String born, String issued, String end) {
        Validity validity = born(born).userAuthentication(noon(issued));
        assertThat(validity.notAfter()).isEqualTo(endOf(end));
        assertThat(validity.notBefore()).isEqualTo(noon(issued));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2027-02-23, 2031-06-07", // three months are left to the day
        "2026-11-24, 2027-02-23, 2032-06-07",
        "2027-02-23, 2027-02-23, 2032-06-07", // its last day
        "2027-02-24, 2027-02-23, 2031-06-07", // it is over
        "2026-11-30, 2027-02-28, 2032-06-07", // 28 February less three months is 28 November
        "2026-11-28, 2027-02-28, 2031-06-07",
    })
    void less_than_three_months_before_the_old_ones_end_it_is_the_sixth(
            String issued, String oldEnd, String end) {
        Validity validity =
                born("1985-06-07").renewing(endOf(oldEnd)).userAuthentication(noon(issued));
        assertThat(validity.notAfter()).isEqualTo(endOf(end));
    }

    @Test
    void the_day_of_issue_is_the_one_in_japan() {
        Instant stillTodayInLondon = Instant.parse("2026-11-23T15:00:00Z");
        assertThat(born("1985-11-24").userAuthentication(stillTodayInLondon).notAfter())
                .isEqualTo(endOf("2031-11-24"));
        assertThat(born("1985-11-24").userAuthentication(stillTodayInLondon.minusSeconds(1)))
                .extracting(Validity::notAfter)
                .isEqualTo(endOf("2030-11-24"));
    }

    @Test
    void no_certificate_outlives_the_card() {
        var rule =
                ValidityRule.first(
                        JapaneseDate.of(LocalDate.of(1985, 6, 7)), LocalDate.of(2028, 3, 31));
        assertThat(rule.userAuthentication(noon("2026-11-23")).notAfter())
                .isEqualTo(endOf("2028-03-31"));
        assertThat(rule.signature(noon("2026-11-23")).notAfter()).isEqualTo(endOf("2028-03-31"));
    }

    @Test
    void no_signature_certificate_outlives_the_login_certificate() {
        assertThat(born("1985-06-07").signature(noon("2026-11-23"), endOf("2029-06-07")).notAfter())
                .isEqualTo(endOf("2029-06-07"));
        assertThat(born("1985-06-07").signature(noon("2026-11-23"), endOf("2035-06-07")).notAfter())
                .isEqualTo(endOf("2031-06-07"));
    }

    @ParameterizedTest
    @CsvSource({
        "2011-11-24, 2026-11-23, false",
        "2011-11-23, 2026-11-23, true",
        "2012-02-29, 2027-02-28, false", // complete when that day is over
        "2012-02-29, 2027-03-01, true",
    })
    void a_signature_certificate_begins_at_fifteen(String born, String issued, boolean allowed) {
        var rule = born(born);
        if (allowed) {
            rule.signature(noon(issued));
        } else {
            assertThatExceptionOfType(HolderTooYoung.class)
                    .isThrownBy(() -> rule.signature(noon(issued)));
        }
        rule.userAuthentication(noon(issued));
    }

    @ParameterizedTest
    @CsvSource({
        "昭和60年6月日不詳, 2031-06-01",
        "昭和60年月日不詳, 2031-01-01",
        "昭和年月日不詳, 2031-01-01",
        "不詳, 2031-01-01",
    })
    void an_unknown_part_of_the_birth_date_counts_as_its_first_possible_day(
            String born, String end) {
        var rule = ValidityRule.first(JapaneseDate.parse(born), FAR);
        assertThat(rule.userAuthentication(noon("2026-11-23")).notAfter()).isEqualTo(endOf(end));
    }

    @Test
    void an_unknown_birth_date_shows_an_age_only_when_its_last_possible_day_does() {
        Instant now = noon("2026-11-23");
        ValidityRule.first(JapaneseDate.parse("平成23年10月日不詳"), FAR).signature(now);
        var mayBeFourteen = ValidityRule.first(JapaneseDate.parse("平成23年月日不詳"), FAR);
        assertThatExceptionOfType(HolderTooYoung.class)
                .isThrownBy(() -> mayBeFourteen.signature(now));
        var nothing = ValidityRule.first(JapaneseDate.parse("不詳"), FAR);
        assertThatExceptionOfType(HolderAgeUnknown.class).isThrownBy(() -> nothing.signature(now));
    }

    @Test
    void a_ca_lives_ten_years_to_the_end_of_the_day_before() {
        // the ceremonies of the real CAs, reference 1.2
        for (String[] real :
                new String[][] {
                    {"2015-10-20T02:40:28Z", "2025-10-19T14:59:59Z"},
                    {"2019-09-14T23:41:59Z", "2029-09-14T14:59:59Z"},
                    {"2023-07-16T00:50:27Z", "2033-07-15T14:59:59Z"},
                }) {
            Instant ceremony = Instant.parse(real[0]);
            assertThat(ValidityRule.certificationAuthority(ceremony).notAfter()).isEqualTo(real[1]);
        }
    }

    @Test
    void before_2016_there_was_no_such_certificate() {
        assertThatExceptionOfType(NoTermsInForce.class)
                .isThrownBy(() -> born("1985-06-07").userAuthentication(noon("2015-12-31")));
    }

    @Test
    void whoever_is_born_whenever_the_end_is_a_birthday_in_the_fifth_year_or_the_sixth() {
        Random chance = new Random(2_6);
        for (int n = 0; n < 20_000; n++) {
            LocalDate born = LocalDate.of(1910, 1, 1).plusDays(chance.nextInt(42_000));
            LocalDate issued = LocalDate.of(2025, 6, 1).plusDays(chance.nextInt(3_650));
            boolean renewal = chance.nextBoolean();
            ValidityRule rule = born(born.toString());
            if (renewal) {
                rule = rule.renewing(endOf(issued.plusDays(chance.nextInt(80)).toString()));
            }
            LocalDate end =
                    LocalDate.ofInstant(
                            rule.userAuthentication(noon(issued.toString())).notAfter(),
                            ValidityRule.JAPAN);
            assertThat(MonthDay.from(end))
                    .as("%s issued %s", born, issued)
                    .isEqualTo(MonthDay.from(born.withYear(end.getYear())));
            int years = renewal ? 6 : 5;
            assertThat(end)
                    .as("%s issued %s", born, issued)
                    .isAfter(issued.plusYears(years - 1L))
                    .isBeforeOrEqualTo(issued.plusYears(years).plusDays(1));
        }
    }
}
