package org.openmyna.card.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.kernel.Pin;

/** Which PINs the holder can change, and how. */
class PinChangeTest {
    private final PaperCard paper = Ichiro.card();
    private final MyNumberCard card = MyNumberCard.over(paper);

    private PinChange change(PinReference reference, String present, String next) {
        try (Pin old = Ichiro.pin(present);
                Pin young = Ichiro.pin(next)) {
            return card.changePin(reference, old, young, LastTry.KEEP);
        }
    }

    private PinChange changeBoth(String present, String next) {
        try (Pin old = Ichiro.pin(present);
                Pin young = Ichiro.pin(next)) {
            return card.changeCardPins(old, young, LastTry.KEEP);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "USER_AUTHENTICATION, 1111, 4321, 0024018004",
        "SIGNATURE, ABC123, XYZ7890, 0024018007",
        "FORM_INPUT, 1234, 4321, 0024018004",
        "JUKI, 2222, 4321, 8032008004",
        "COMMON, 2222, 4321, 8032008004"
    })
    void each_pin_is_changed_with_the_command_of_its_application(
            PinReference reference, String present, String next, String command) {
        assertThat(change(reference, present, next)).isEqualTo(new PinChange.Changed());
        assertThat(paper.heard.getLast()).startsWith(command);
        assertThat(change(reference, present, next))
                .isEqualTo(
                        new PinChange.NotVerified(
                                reference, new PinCheck.Wrong(reference.tryLimit() - 1)));
        assertThat(change(reference, next, present)).isEqualTo(new PinChange.Changed());
    }

    @ParameterizedTest
    @CsvSource({
        "USER_AUTHENTICATION, ABC123",
        "SIGNATURE, 1234",
        "SIGNATURE, 123456",
        "SIGNATURE, ABCDEF",
        "FORM_INPUT, 123456",
        "JUKI, 12345678",
        "COMMON, AAAAAA"
    })
    void a_new_pin_of_another_shape_is_refused_before_anything_is_sent(
            PinReference reference, String next) {
        assertThatThrownBy(() -> change(reference, "1234", next))
                .isInstanceOf(NewPinMalformed.class)
                .hasMessageContaining("MYNA-CRD-061");
        assertThat(paper.heard).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "(FORM_INPUT_|CARD_FACE_).*")
    void what_is_printed_cannot_be_changed(PinReference reference) {
        assertThatThrownBy(() -> change(reference, "1234", "1234"))
                .isInstanceOf(NotChangeable.class);
        assertThat(paper.heard).isEmpty();
    }

    @Test
    void both_pins_of_the_counter_are_changed_together() {
        assertThat(changeBoth("2222", "4321")).isEqualTo(new PinChange.Changed());
        assertThat(change(PinReference.JUKI, "4321", "1111")).isEqualTo(new PinChange.Changed());
        assertThat(change(PinReference.COMMON, "4321", "1111")).isEqualTo(new PinChange.Changed());
    }

    @Test
    void neither_is_changed_unless_both_present_pins_are_proved() {
        Ichiro.pin(paper, PinReference.COMMON, "3333");
        assertThat(changeBoth("2222", "4321"))
                .isEqualTo(new PinChange.NotVerified(PinReference.COMMON, new PinCheck.Wrong(2)));
        assertThat(changeBoth("3333", "4321"))
                .isEqualTo(new PinChange.NotVerified(PinReference.JUKI, new PinCheck.Wrong(2)));
        assertThat(change(PinReference.JUKI, "2222", "2222")).isEqualTo(new PinChange.Changed());
        assertThat(change(PinReference.COMMON, "3333", "3333")).isEqualTo(new PinChange.Changed());
    }

    @Test
    void a_card_that_breaks_in_between_is_told_as_half_changed() {
        paper.missingAfter = apdu -> apdu.startsWith("80320080") ? CardApplication.JUKI : null;
        var half = (PinChange.HalfChanged) changeBoth("2222", "4321");
        assertThat(half.changed()).isEqualTo(PinReference.COMMON);
        assertThat(half.unchanged()).isEqualTo(PinReference.JUKI);
        assertThat(half.why()).contains("MYNA-CRD-027");
    }

    @Test
    void a_clients_own_change_wants_the_present_pin_first() {
        try (Pin next = Ichiro.pin("4321")) {
            assertThatThrownBy(() -> card.profile().changePin(next))
                    .isInstanceOf(PinNotVerified.class);
            assertThatThrownBy(() -> card.juki().changePin(next))
                    .isInstanceOf(PinNotVerified.class);
            assertThatThrownBy(() -> card.common().changePin(next))
                    .isInstanceOf(PinNotVerified.class);
        }
    }
}
