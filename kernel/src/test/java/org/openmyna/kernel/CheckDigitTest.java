package org.openmyna.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitTest {
    private static final int TRIALS = 60_000;

    @ParameterizedTest
    @CsvSource({
        "12345678901, 123456789018",
        "70120107039, 701201070390",
        "96055592029, 960555920290",
        "98320567321, 983205673214",
        "53768667718, 537686677188",
    })
    void eleven_digits_become_the_my_number_of_the_ordinance(String eleven, String number) {
        assertThat(MyNumber.withCheckDigit(eleven)).isEqualTo(new MyNumber(number));
    }

    @ParameterizedTest
    @CsvSource({
        "試験 一郎, 994471615639, 40610267710",
        "架空 花子, 952506889341, 25006084039",
        "見本 翔太, 972207938248, 23069105076",
        "例示 さくら, 967487295718, 18498286190",
        "仮名 千代, 986130812786, 46053656250",
        "標準 太郎, 972292179741, 29378659700",
    })
    void the_sham_residents_have_valid_numbers(String name, String number, String code) {
        assertThat(new MyNumber(number).digits()).as(name).isEqualTo(number);
        assertThat(new ResidentRecordCode(code).digits()).as(name).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789012", "983205673210"})
    void printed_specimens_are_invalid_on_purpose(String specimen) {
        assertThatThrownBy(() -> new MyNumber(specimen))
                .isInstanceOf(CheckDigitWrong.class)
                .hasMessageStartingWith("MYNA-KRN-002")
                .hasMessageNotContaining(specimen);
    }

    @ParameterizedTest
    @CsvSource({
        "123456789012, 7123456789012",
        "000012050002, 7000012050002",
        "000012010038, 8000012010038",
        "000020282014, 1000020282014",
    })
    void twelve_digits_become_the_corporate_number_of_the_ordinance(String base, String number) {
        assertThat(CorporateNumber.withCheckDigit(base)).isEqualTo(new CorporateNumber(number));
    }

    @ParameterizedTest
    @CsvSource({"2472705960, 24727059608", "1234567890, 12345678903"})
    void ten_digits_become_a_resident_record_code(String ten, String code) {
        assertThat(ResidentRecordCode.withCheckDigit(ten)).isEqualTo(new ResidentRecordCode(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "011002", "130001", "131016", "131130", "131211", "141003", "141305", "271004",
                "280003", "282014", "360007", "362018", "372013", "472018"
            })
    void five_digits_become_the_municipality_code_of_the_official_table(String code) {
        assertThat(MunicipalityCode.withCheckDigit(code.substring(0, 5)).digits()).isEqualTo(code);
        assertThat(new MunicipalityCode(code).fiveDigits()).isEqualTo(code.substring(0, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234 5678 9018",
                "1234-5678-9018",
                "１２３４５６７８９０１８",
                "１２３４－５６７８－９０１８",
                "　１２３４　５６７８　９０１８　",
                "1234‐5678−9018",
                "1234ー5678ー9018",
            })
    void what_people_type_is_read_as_the_same_number(String typed) {
        assertThat(MyNumber.parse(typed)).isEqualTo(new MyNumber("123456789018"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "12345678901",
                "1234567890180",
                "12345678901X",
                "-123456789018",
                "123456789018-",
                "1234.5678.9018",
                "١٢٣٤٥٦٧٨٩٠١٨",
            })
    void what_is_no_number_is_refused_and_not_repeated_in_the_error(String typed) {
        assertThatThrownBy(() -> MyNumber.parse(typed))
                .isInstanceOf(NumberMalformed.class)
                .hasMessageStartingWith("MYNA-KRN-001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"１２３４５６７８９０１８", "1234 5678 9018", " 123456789018"})
    void the_constructor_takes_plain_digits_only(String typed) {
        assertThatThrownBy(() -> new MyNumber(typed)).isInstanceOf(NumberMalformed.class);
    }

    @Test
    void the_other_numbers_are_read_as_typed_too() {
        assertThat(ResidentRecordCode.parse("２４７２７ 059608").digits()).isEqualTo("24727059608");
        assertThat(CorporateNumber.parse("7-1234-5678-9012").digits()).isEqualTo("7123456789012");
        assertThat(MunicipalityCode.parse("２８２０１－４").digits()).isEqualTo("282014");
        assertThat(SecurityCode.parse(" ２２８５ ").digits()).isEqualTo("2285");
    }

    @Test
    void a_corporate_number_never_begins_with_zero() {
        assertThatThrownBy(() -> new CorporateNumber("0123456789012"))
                .isInstanceOf(NumberMalformed.class);
    }

    @Test
    void secret_numbers_are_never_printed() {
        assertThat(new MyNumber("123456789018")).hasToString("MyNumber[hidden]");
        assertThat(new ResidentRecordCode("24727059608")).hasToString("ResidentRecordCode[hidden]");
        assertThat(new SecurityCode("2285")).hasToString("SecurityCode[hidden]");
    }

    @Test
    void a_number_made_from_any_digits_reads_back() {
        var chance = new Random(1);
        for (int n = 0; n < 10_000; n++) {
            MyNumber mine = MyNumber.withCheckDigit(digits(chance, 11));
            assertThat(new MyNumber(mine.digits())).isEqualTo(mine);
            ResidentRecordCode code = ResidentRecordCode.withCheckDigit(digits(chance, 10));
            assertThat(new ResidentRecordCode(code.digits())).isEqualTo(code);
            CorporateNumber corporate = CorporateNumber.withCheckDigit(digits(chance, 12));
            assertThat(new CorporateNumber(corporate.digits())).isEqualTo(corporate);
            MunicipalityCode municipality = MunicipalityCode.withCheckDigit(digits(chance, 5));
            assertThat(new MunicipalityCode(municipality.digits())).isEqualTo(municipality);
        }
    }

    @Test
    void few_single_wrong_digits_of_a_my_number_pass_unseen() {
        var chance = new Random(2);
        double share = passing(chance, c -> wrongDigit(c, myNumber(c)), CheckDigitTest::isMyNumber);
        assertThat(share).isBetween(0.014, 0.018);
    }

    @Test
    void few_swapped_neighbours_in_a_my_number_pass_unseen() {
        var chance = new Random(3);
        double share =
                passing(chance, c -> swappedNeighbours(c, myNumber(c)), CheckDigitTest::isMyNumber);
        assertThat(share).isBetween(0.015, 0.021);
    }

    @Test
    void few_single_wrong_digits_of_a_corporate_number_pass_unseen() {
        var chance = new Random(4);
        double share =
                passing(
                        chance,
                        c -> wrongDigit(c, CorporateNumber.withCheckDigit(digits(c, 12)).digits()),
                        CheckDigitTest::isCorporateNumber);
        assertThat(share).isBetween(0.017, 0.023);
    }

    private static double passing(
            RandomGenerator chance,
            Function<RandomGenerator, String> damaged,
            Predicate<String> accepted) {
        int passed = 0;
        for (int n = 0; n < TRIALS; n++) {
            passed += accepted.test(damaged.apply(chance)) ? 1 : 0;
        }
        return (double) passed / TRIALS;
    }

    private static String myNumber(RandomGenerator chance) {
        return MyNumber.withCheckDigit(digits(chance, 11)).digits();
    }

    private static boolean isMyNumber(String digits) {
        try {
            return new MyNumber(digits).digits().equals(digits);
        } catch (CheckDigitWrong seen) {
            return false;
        }
    }

    private static boolean isCorporateNumber(String digits) {
        try {
            return new CorporateNumber(digits).digits().equals(digits);
        } catch (CheckDigitWrong | NumberMalformed seen) {
            return false;
        }
    }

    private static String wrongDigit(RandomGenerator chance, String number) {
        int at = chance.nextInt(number.length());
        int wrong = (number.charAt(at) - '0' + 1 + chance.nextInt(9)) % 10;
        return number.substring(0, at) + wrong + number.substring(at + 1);
    }

    /** Equal neighbours are drawn again: swapping them is no error. */
    private static String swappedNeighbours(RandomGenerator chance, String number) {
        int at = chance.nextInt(number.length() - 1);
        if (number.charAt(at) == number.charAt(at + 1)) {
            return swappedNeighbours(chance, myNumber(chance));
        }
        return number.substring(0, at)
                + number.charAt(at + 1)
                + number.charAt(at)
                + number.substring(at + 2);
    }

    private static String digits(RandomGenerator chance, int count) {
        var digits = new StringBuilder();
        for (int n = 0; n < count; n++) {
            digits.append(chance.nextInt(10));
        }
        return digits.toString();
    }
}
