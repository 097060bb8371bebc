package org.openmyna.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationNumberBTest {
    @ParameterizedTest
    @CsvSource({
        "1980-02-17, 550217, 2035, 2285, 55021720352285",
        "1985-03-07, 600307, 2033, 1754, 60030720331754",
        "1992-11-30, 041130, 2033, 5671, 04113020335671",
        "2019-05-01, 010501, 2033, 8788, 01050120338788",
        "1989-01-08, 010108, 2033, 9960, 01010820339960",
        "1926-12-25, 011225, 2033, 9214, 01122520339214",
        "1989-01-07, 640107, 2033, 7879, 64010720337879",
    })
    void it_is_era_date_then_gregorian_year_then_security_code(
            LocalDate born, String six, int expiryYear, String code, String number) {
        JapaneseDate date = JapaneseDate.of(born);
        assertThat(date.sixDigits()).isEqualTo(six);
        assertThat(VerificationNumberB.of(date, expiryYear, new SecurityCode(code)))
                .isEqualTo(new VerificationNumberB(number));
    }

    @Test
    void it_is_read_as_typed_and_never_printed() {
        var number = VerificationNumberB.parse("５５０２１７－２０３５－２２８５");
        assertThat(number.digits()).isEqualTo("55021720352285");
        assertThat(number).hasToString("VerificationNumberB[hidden]");
    }

    @Test
    void years_and_codes_of_another_length_are_refused() {
        var born = JapaneseDate.of(LocalDate.of(1985, 3, 7));
        assertThatThrownBy(() -> VerificationNumberB.of(born, 35, new SecurityCode("2285")))
                .hasMessageStartingWith("MYNA-KRN-011");
        assertThatThrownBy(() -> new SecurityCode("228")).hasMessageStartingWith("MYNA-KRN-009");
        assertThatThrownBy(() -> new VerificationNumberB("5502172035228"))
                .hasMessageStartingWith("MYNA-KRN-010");
    }
}
