package org.openmyna.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {
    @Test
    void the_typed_characters_are_wiped_when_the_pin_is_taken() {
        char[] typed = "abc123".toCharArray();
        try (Pin pin = Pin.signaturePassword(typed)) {
            assertThat(typed).containsOnly('\0');
            assertThat(text(pin)).isEqualTo("ABC123");
        }
    }

    @Test
    void the_typed_characters_are_wiped_when_the_pin_is_refused() {
        char[] typed = "12345".toCharArray();
        assertThatThrownBy(() -> Pin.fourDigits(typed)).isInstanceOf(PinMalformed.class);
        assertThat(typed).containsOnly('\0');
    }

    @Test
    void a_closed_pin_is_gone() {
        var borrowed = new AtomicReference<byte[]>();
        Pin pin = Pin.fourDigits("1234".toCharArray());
        pin.lend(ascii -> {
            borrowed.set(ascii);
            return ascii.length;
        });
        pin.close();
        assertThat(borrowed.get()).containsOnly(0);
        assertThatThrownBy(() -> pin.lend(ascii -> ascii.length))
                .isInstanceOf(IllegalStateException.class);
        pin.close();
    }

    @Test
    void a_pin_cannot_be_printed_compared_or_serialised() throws Exception {
        try (Pin one = Pin.fourDigits("1234".toCharArray());
                Pin other = Pin.fourDigits("1234".toCharArray())) {
            assertThat(one).hasToString("Pin[hidden]").isNotEqualTo(other);
            assertThat(one).isNotInstanceOf(Serializable.class);
            assertThat(Pin.class.getMethod("equals", Object.class).getDeclaringClass())
                    .isEqualTo(Object.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "12345", "12a4", "１２３４", "12 4", "-123"})
    void four_digits_are_four_digits(String typed) {
        assertThatThrownBy(() -> Pin.fourDigits(typed.toCharArray()))
                .isInstanceOf(PinMalformed.class)
                .hasMessageStartingWith("MYNA-KRN-041");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ABC12",
                "ABCDEF",
                "123456",
                "ABCDEFGH123456789",
                "ABC 123",
                "ABC-123",
                "ABCé123",
                "ＡＢＣ１２３",
                "ABC\u0131123"
            })
    void a_signature_password_mixes_6_to_16_letters_and_digits(String typed) {
        assertThatThrownBy(() -> Pin.signaturePassword(typed.toCharArray()))
                .isInstanceOf(PinMalformed.class)
                .hasMessageStartingWith("MYNA-KRN-042");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABC123", "A23456", "ABCDEFGH12345678"})
    void a_signature_password_of_the_right_shape_is_taken(String typed) {
        try (Pin pin = Pin.signaturePassword(typed.toCharArray())) {
            assertThat(text(pin)).isEqualTo(typed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234", "ABC123", "123456", "ABCDEF"})
    void either_kind_is_taken_where_the_kind_is_not_known(String typed) {
        try (Pin pin = Pin.takeFrom(typed.toCharArray())) {
            assertThat(text(pin)).isEqualTo(typed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "12345", "ABCD", "ABCDEFGH123456789"})
    void what_is_neither_kind_is_refused(String typed) {
        assertThatThrownBy(() -> Pin.takeFrom(typed.toCharArray()))
                .isInstanceOf(PinMalformed.class)
                .hasMessageStartingWith("MYNA-KRN-043");
    }

    private static String text(Pin pin) {
        return pin.lend(ascii -> new String(ascii, StandardCharsets.US_ASCII));
    }
}
