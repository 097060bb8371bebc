package org.openmyna.trust.verifier.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Sex;
import org.openmyna.trust.profile.CertifiedFourItems;

/** JPKI reference 5.2 (7): the same person, however it is written; and never a guess. */
final class ItemComparisonTest {
    private static final ItemMatch SAME = new ItemMatch.Same();
    private static final ItemMatch OTHER_WRITING = new ItemMatch.SameInOtherWriting();
    private static final ItemMatch DIFFERENT = new ItemMatch.Different();

    private static ItemComparison of(String name, String address) {
        return new ItemComparison(
                CertifiedFourItems.of(
                        new FourItems(
                                new PersonName(name),
                                new Address(address),
                                JapaneseDate.of(LocalDate.of(1985, 6, 7)),
                                Sex.FEMALE)));
    }

    private static ItemMatch name(String certified, String onFile) {
        return of(certified, "東京都千代田区").name(onFile);
    }

    private static ItemMatch address(String certified, String onFile) {
        return of("試験　花子", certified).address(onFile);
    }

    private static CertifiedFourItems raw(String name, String flags, String birthDate, String sex) {
        return new CertifiedFourItems(name, flags, sex, birthDate, "東京都", "000");
    }

    @ParameterizedTest
    @CsvSource({
        "試験　花子, 試験 花子",
        "試験　花子, 試験花子",
        "渡邊　花子, 渡辺　花子",
        "渡邉　花子, 渡邊　花子",
        "齋藤　一郎, 斎藤一郎",
        "廣澤　一郎, 広沢　一郎",
        "ＴＥＳＴ　ＡＮＮＡ, test anna",
        "シケン　ハナコ, ｼｹﾝ ﾊﾅｺ",
        "\uFA19田　一郎, 神田　一郎"
    })
    void a_name_in_other_glyphs_or_widths_is_the_same(String certified, String onFile) {
        assertThat(name(certified, onFile)).isEqualTo(OTHER_WRITING);
        assertThat(name(onFile, certified)).isIn(OTHER_WRITING, SAME);
    }

    @ParameterizedTest
    @CsvSource({"試験　花子, 試験　華子", "斎藤　一郎, 斉藤　一郎", "試験　花子, 試験　花", "試験　花子, 花子　試験", "シケン　ハナコ, しけん　はなこ"})
    void another_name_is_another(String certified, String onFile) {
        assertThat(name(certified, onFile)).isEqualTo(DIFFERENT);
    }

    @Test
    void the_very_same_is_said_to_be() {
        assertThat(name("試験　花子", "試験　花子")).isEqualTo(SAME);
        assertThat(address("東京都千代田区霞が関一丁目２番３号", "東京都千代田区霞が関一丁目２番３号")).isEqualTo(SAME);
    }

    @Test
    void a_variant_with_a_selector_or_without_a_place_in_the_certificate_is_found_again() {
        assertThat(name("葛\uDB40\uDD00城　花子", "葛城　花子")).isEqualTo(OTHER_WRITING);
        assertThat(name("髙橋　花子", "髙橋　花子")).isEqualTo(OTHER_WRITING);
        assertThat(name("髙橋　花子", "高橋　花子")).isEqualTo(OTHER_WRITING);
        assertThat(name("𠮷田　花子", "吉田　花子")).isEqualTo(OTHER_WRITING);
    }

    @Test
    void a_substitute_without_a_usual_form_is_open_and_never_the_same() {
        var hidden = new ItemComparison(raw("●田　花子", "10000", "319850607", "2"));
        assertThat(hidden.name("𪚲田　花子")).isEqualTo(new ItemMatch.Open(1));
        assertThat(hidden.name("●田　花子")).isEqualTo(new ItemMatch.Open(1));
        assertThat(hidden.name("𪚲川　花子")).isEqualTo(DIFFERENT);
        assertThat(hidden.name("田　花子")).isEqualTo(DIFFERENT);
        assertThat(hidden.name("\uE000田　花子")).isEqualTo(DIFFERENT);
        var twice = new ItemComparison(raw("●●　花子", "11000", "319850607", "2"));
        assertThat(twice.name("試験　花子")).isEqualTo(new ItemMatch.Open(2));
        var unmarked = new ItemComparison(raw("●田　花子", "00000", "319850607", "2"));
        assertThat(unmarked.name("試田　花子")).isEqualTo(DIFFERENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "東京都千代田区霞が関1-2-3",
                "東京都千代田区霞ヶ関１－２－３",
                "東京都千代田区霞ケ関１丁目２番３号",
                "東京都千代田区霞が関一丁目二番三号",
                "東京都千代田区霞が関1丁目2番地3",
                "東京都千代田区霞が関1丁目2番地の3",
                "東京都千代田区霞が関一−二−三",
                "東京都千代田区霞が関１ー２ー３",
                "東京都 千代田区 霞が関 1‐2‐3"
            })
    void an_address_is_the_same_in_all_its_writings(String onFile) {
        assertThat(address("東京都千代田区霞が関一丁目２番３号", onFile)).isEqualTo(OTHER_WRITING);
    }

    @ParameterizedTest
    @CsvSource({
        "東京都千代田区霞が関一丁目２番３号, 東京都千代田区霞が関1-23",
        "東京都千代田区霞が関一丁目２番３号, 東京都千代田区霞が関1-2-4",
        "東京都千代田区霞が関一丁目２番３号, 東京都千代田区霞が関2-1-3",
        "東京都千代田区三番町六番地, 東京都千代田区3-町6",
        "東京都千代田区霞が関十一丁目１番, 東京都千代田区霞が関1-11",
        "東京都千代田区霞が関一丁目２番３号, 東京都千代田区霞が関一丁目２番３号１０１"
    })
    void another_address_is_another(String certified, String onFile) {
        assertThat(address(certified, onFile)).isEqualTo(DIFFERENT);
    }

    @ParameterizedTest
    @CsvSource({
        "兵庫県姫路市試験町二十三番地の４, 兵庫県姫路市試験町23-4",
        "兵庫県姫路市試験町百二番地, 兵庫県姫路市試験町102",
        "東京都千代田区三番町六番地１２, 東京都千代田区三番町6-12",
        "東京都千代田区四番町一番, 東京都千代田区四番町1",
        "兵庫県姫路市大字試験５番地２, 兵庫県姫路市試験5-2",
        "東京都港区試験台一丁目１番１号　センタービル１０１号, 東京都港区試験台1-1-1センタービル101"
    })
    void numbers_are_numbers_and_names_stay_names(String certified, String onFile) {
        assertThat(address(certified, onFile)).isEqualTo(OTHER_WRITING);
    }

    @Test
    void a_birth_date_must_be_known_to_the_day() {
        var known = new ItemComparison(raw("花", "0", "319850607", "2"));
        assertThat(known.birthDate(LocalDate.of(1985, 6, 7))).isEqualTo(SAME);
        assertThat(known.birthDate(LocalDate.of(1985, 6, 8))).isEqualTo(DIFFERENT);
        assertThat(known.birthDate(LocalDate.of(1985, 7, 7))).isEqualTo(DIFFERENT);
        assertThat(known.birthDate(LocalDate.of(1986, 6, 7))).isEqualTo(DIFFERENT);
        var day = new ItemComparison(raw("花", "0", "319850600", "2"));
        assertThat(day.birthDate(LocalDate.of(1985, 6, 7))).isEqualTo(new ItemMatch.Open(1));
        assertThat(day.birthDate(LocalDate.of(1985, 7, 7))).isEqualTo(DIFFERENT);
        var nothing = new ItemComparison(raw("花", "0", "000000000", "2"));
        assertThat(nothing.birthDate(LocalDate.of(1985, 6, 7))).isEqualTo(new ItemMatch.Open(3));
        var era = new ItemComparison(raw("花", "0", "400000000", "2"));
        assertThat(era.birthDate(LocalDate.of(1985, 6, 7))).isEqualTo(new ItemMatch.Open(3));
    }

    @Test
    void an_unknown_sex_is_open() {
        assertThat(new ItemComparison(raw("花", "0", "319850607", "2")).sex(Sex.FEMALE))
                .isEqualTo(SAME);
        assertThat(new ItemComparison(raw("花", "0", "319850607", "2")).sex(Sex.MALE))
                .isEqualTo(DIFFERENT);
        assertThat(new ItemComparison(raw("花", "0", "319850607", "3")).sex(Sex.FEMALE))
                .isEqualTo(new ItemMatch.Open(1));
    }
}
