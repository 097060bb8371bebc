package org.openmyna.card.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The numbers that open a card, between the caller and the card. */
class VerificationSecretTest {
    private static String digits(VerificationSecret secret) {
        return secret.lend(ascii -> new String(ascii, StandardCharsets.US_ASCII));
    }

    @Test
    void a_b_and_birth_date_have_the_digits_of_the_reference() {
        assertThat(digits(VerificationSecret.a(Ichiro.NUMBER))).isEqualTo("123456789018");
        assertThat(digits(VerificationSecret.b(Ichiro.BORN, 2033, Ichiro.CODE)))
                .isEqualTo("60030720331754");
        assertThat(digits(VerificationSecret.birthDate(Ichiro.BORN))).isEqualTo("600307");
    }

    @Test
    void it_is_wiped_when_closed_and_never_printed() {
        VerificationSecret secret = VerificationSecret.a(Ichiro.NUMBER);
        var kept = new AtomicReference<>(new byte[0]);
        secret.lend(ascii -> {
            kept.set(ascii);
            return "";
        });
        assertThat(secret).hasToString("VerificationSecret[hidden]");
        secret.close();
        assertThat(kept.get()).containsOnly(0);
        assertThatThrownBy(() -> digits(secret)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void no_way_to_open_a_card_prints_what_it_holds() {
        assertThat(new Opening.ByNumber(Ichiro.NUMBER).toString()).doesNotContain("1234");
        assertThat(new Opening.ByFront(Ichiro.FRONT).toString()).doesNotContain("1754");
        assertThat(new Opening.ByBirthDate(Ichiro.BORN).toString()).doesNotContain("1985");
        try (var pin = Ichiro.pin("1234")) {
            assertThat(new Opening.ByPin(pin).toString()).doesNotContain("1234");
        }
    }
}
