package org.openmyna.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.chrono.JapaneseChronology;
import java.time.chrono.JapaneseEra;
import java.time.temporal.ChronoField;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JapaneseDateTest {
    @ParameterizedTest
    @CsvSource({
        "1868-01-25, 明治元年1月25日, 118680125, 010125",
        "1912-07-29, 明治45年7月29日, 119120729, 450729",
        "1912-07-30, 大正元年7月30日, 219120730, 010730",
        "1926-12-24, 大正15年12月24日, 219261224, 151224",
        "1926-12-25, 昭和元年12月25日, 319261225, 011225",
        "1980-02-17, 昭和55年2月17日, 319800217, 550217",
        "1989-01-07, 昭和64年1月7日, 319890107, 640107",
        "1989-01-08, 平成元年1月8日, 419890108, 010108",
        "2000-02-29, 平成12年2月29日, 420000229, 120229",
        "2019-04-30, 平成31年4月30日, 420190430, 310430",
        "2019-05-01, 令和元年5月1日, 520190501, 010501",
        "2026-11-23, 令和8年11月23日, 520261123, 081123",
    })
    void a_day_is_written_in_its_era(
            LocalDate day, String japanese, String certificate, String six) {
        JapaneseDate date = JapaneseDate.of(day);
        assertThat(date.japanese()).isEqualTo(japanese);
        assertThat(date.certificateForm()).isEqualTo(certificate);
        assertThat(date.sixDigits()).isEqualTo(six);
        assertThat(date.exact()).contains(day);
        assertThat(JapaneseDate.parse(japanese)).isEqualTo(date);
        assertThat(JapaneseDate.ofCertificateForm(certificate)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "昭和60年3月7日",
                "昭和６０年　３月　７日",
                "昭和60年03月07日",
                "S60.03.07",
                "Ｓ６０．３．７",
                "S60/3/7",
                "昭和60.3.7",
                "1985-03-07",
                "1985/3/7",
                "１９８５年３月７日",
                " 1985-03-07 ",
            })
    void a_day_is_read_in_any_usual_form(String typed) {
        assertThat(JapaneseDate.parse(typed).exact()).contains(LocalDate.of(1985, 3, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"令和元年5月1日", "令和1年5月1日", "R01.05.01", "R元.5.1", "㋿元年5月1日"})
    void the_first_year_of_an_era_is_read_with_and_without_gannen(String typed) {
        assertThat(JapaneseDate.parse(typed).exact()).contains(LocalDate.of(2019, 5, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "昭和60年3月日不詳, 319850300, 600300",
        "昭和64年1月日不詳, 319890100, 640100",
        "平成元年1月日不詳, 419890100, 010100",
        "昭和60年月日不詳, 319850000, 600000",
        "大正元年月日不詳, 219120000, 010000",
        "平成年月日不詳, 400000000, 000000",
        "不詳, 000000000, 000000",
    })
    void what_is_unknown_stays_unknown_in_every_form(
            String japanese, String certificate, String six) {
        JapaneseDate date = JapaneseDate.parse(japanese);
        assertThat(date.japanese()).isEqualTo(japanese);
        assertThat(date.certificateForm()).isEqualTo(certificate);
        assertThat(date.sixDigits()).isEqualTo(six);
        assertThat(date.exact()).isEmpty();
        assertThat(JapaneseDate.ofCertificateForm(certificate)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "平成31年5月1日",
                "平成32年1月1日",
                "昭和64年1月8日",
                "S64.01.08",
                "昭和64年2月日不詳",
                "昭和65年月日不詳",
                "大正15年12月25日",
                "令和元年4月30日",
                "昭和元年12月24日",
                "昭和0年1月1日",
                "昭和0年月日不詳",
                "明治元年1月24日",
            })
    void a_date_outside_its_era_is_refused(String typed) {
        assertThatThrownBy(() -> JapaneseDate.parse(typed)).isInstanceOf(DateOutsideEra.class);
    }

    @Test
    void the_refusal_says_when_the_era_was_and_not_what_was_typed() {
        assertThatThrownBy(() -> JapaneseDate.parse("平成31年5月1日"))
                .isInstanceOfSatisfying(
                        DateOutsideEra.class,
                        refused ->
                                assertThat(refused.text(Language.JAPANESE))
                                        .contains("平成", "1989-01-08", "2019-04-30")
                                        .doesNotContain("平成31年"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1867-12-30", "1985-02-29", "昭和60年2月30日", "昭和60年13月日不詳", "昭和6Ｏ年3月7日"})
    void no_refusal_repeats_a_birthday(String typed) {
        assertThatThrownBy(() -> JapaneseDate.parse(typed))
                .isInstanceOfSatisfying(
                        MynaException.class,
                        refused ->
                                assertThat(refused.getMessage() + refused.text(Language.JAPANESE))
                                        .doesNotContain(typed, "1867", "02-29", "2月30", "13月"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1867-12-31", "1868-01-24", "0001-01-01"})
    void days_before_meiji_are_refused(String typed) {
        assertThatThrownBy(() -> JapaneseDate.parse(typed))
                .isInstanceOf(DateOutsideEra.class)
                .hasMessageStartingWith("MYNA-KRN-024");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1985-02-29", "昭和60年2月30日", "1985-13-01", "S60.00.10", "昭和60年13月日不詳"})
    void days_that_no_calendar_has_are_refused(String typed) {
        assertThatThrownBy(() -> JapaneseDate.parse(typed))
                .isInstanceOf(DateMalformed.class)
                .hasMessageStartingWith("MYNA-KRN-022");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "昨日",
                "19850307",
                "1985-03",
                "昭和60年3月",
                "85-03-07",
                "X60.03.07",
                "慶応3年1月1日",
                "1985-03/07",
                "昭和60年3月7日生",
            })
    void what_is_no_date_is_refused(String typed) {
        assertThatThrownBy(() -> JapaneseDate.parse(typed))
                .isInstanceOf(DateMalformed.class)
                .hasMessageStartingWith("MYNA-KRN-021");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "619850307",
                "019850307",
                "300000300",
                "319850007",
                "3198503071",
                "31985030a",
                "３19850307"
            })
    void a_certificate_form_that_nobody_writes_is_refused(String form) {
        assertThatThrownBy(() -> JapaneseDate.ofCertificateForm(form))
                .isInstanceOf(DateMalformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"319890108", "420190501", "319890200", "319900000"})
    void a_certificate_form_whose_era_and_year_disagree_is_refused(String form) {
        assertThatThrownBy(() -> JapaneseDate.ofCertificateForm(form))
                .isInstanceOf(DateOutsideEra.class);
    }

    /**
     * The JDK counts Japanese years too, from Meiji 6 on: a second opinion on every era's border.
     */
    @Test
    void era_and_year_agree_with_the_jdk_on_random_days() {
        var chance = new Random(5);
        long from = LocalDate.of(1873, 1, 1).toEpochDay();
        long to = LocalDate.of(2099, 12, 31).toEpochDay();
        for (int n = 0; n < 20_000; n++) {
            LocalDate day = LocalDate.ofEpochDay(chance.nextLong(from, to));
            var theirs = JapaneseChronology.INSTANCE.date(day);
            var ours = new JapaneseDate.Exact(day);
            assertThat(ours.era().certificateDigit() - Era.MEIJI.certificateDigit())
                    .isEqualTo(theirs.getEra().getValue() - JapaneseEra.MEIJI.getValue());
            assertThat(ours.yearOfEra()).isEqualTo(theirs.get(ChronoField.YEAR_OF_ERA));
            assertThat(JapaneseDate.parse(ours.japanese())).isEqualTo(ours);
            assertThat(JapaneseDate.ofCertificateForm(ours.certificateForm())).isEqualTo(ours);
        }
    }

    @Test
    void eras_follow_each_other_without_gap() {
        for (Era era : Era.values()) {
            assertThat(Era.of(era.firstDay())).contains(era);
            era.lastDay().ifPresent(last -> assertThat(Era.of(last)).contains(era));
            era.lastDay().ifPresent(last -> assertThat(Era.of(last.plusDays(1))).isPresent());
        }
        assertThat(Era.of(LocalDate.of(1868, 1, 24))).isEmpty();
    }

    @Test
    void any_text_becomes_a_date_or_a_named_refusal() {
        var chance = new Random(6);
        String alphabet = "0123456789元年月日不詳昭和平成令和MTSHR-./ 　０９";
        for (int n = 0; n < 50_000; n++) {
            var text = new StringBuilder();
            for (int left = chance.nextInt(14); left > 0; left--) {
                text.append(alphabet.charAt(chance.nextInt(alphabet.length())));
            }
            try {
                JapaneseDate date = JapaneseDate.parse(text.toString());
                assertThat(JapaneseDate.parse(date.japanese())).isEqualTo(date);
            } catch (MynaException named) {
                assertThat(named.errorCode()).isInstanceOf(KernelError.class);
            }
        }
    }
}
