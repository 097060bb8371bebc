package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The references that follow from the face of the card: 照合番号A and B, the birth date. */
class VerificationNumberTest {

    private record Reference(String select, String sfi, String value) {

        String verify(String guess) {
            return "002000" + sfi + "%02X".formatted(guess.length() / 2) + guess;
        }

        String change(String next) {
            return "002401" + sfi + "%02X".formatted(next.length() / 2) + next;
        }

        /** Another number of the same length. */
        String other() {
            return "39" + value.substring(2);
        }
    }

    private static final Reference[] REFERENCES = {
        new Reference(TestCard.SELECT_FORM_INPUT, "94", TestCard.NUMBER_A),
        new Reference(TestCard.SELECT_FORM_INPUT, "95", TestCard.NUMBER_B),
        new Reference(TestCard.SELECT_CARD_FACE, "93", TestCard.NUMBER_A),
        new Reference(TestCard.SELECT_CARD_FACE, "92", TestCard.NUMBER_B),
        new Reference(TestCard.SELECT_CARD_FACE, "91", TestCard.BIRTH_DATE_PIN),
    };

    @ParameterizedTest
    @EnumSource
    void ten_wrong_guesses_lock_a_number_and_no_other(Machine machine) {
        for (Reference reference : REFERENCES) {
            TestCard card = machine.personalised();
            Personalisation.accepted(card, reference.select());
            for (int left = 9; left >= 0; left--) {
                assertThat(card.send(reference.verify(reference.other()))).isEqualTo("63C" + left);
                assertThat(card.send("002000" + reference.sfi())).isEqualTo("63C" + left);
            }
            assertThat(card.send(reference.verify(reference.value()))).isEqualTo("6984");
            card.reset();
            Personalisation.accepted(card, reference.select());
            assertThat(card.send("002000" + reference.sfi())).isEqualTo("63C0");
            assertThat(card.send(reference.verify(reference.value()))).isEqualTo("6984");
            for (Reference other : REFERENCES) {
                if (other != reference) {
                    Personalisation.accepted(card, other.select(), other.verify(other.value()));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_right_number_brings_all_tries_back(Machine machine) {
        TestCard card = machine.personalised();
        for (Reference reference : REFERENCES) {
            Personalisation.accepted(card, reference.select());
            assertThat(card.send(reference.verify(reference.other()))).isEqualTo("63C9");
            assertThat(card.send(reference.verify("30"))).isEqualTo("63C8");
            assertThat(card.send(reference.verify("30".repeat(17)))).isEqualTo("6700");
            Personalisation.accepted(card, reference.verify(reference.value()));
            assertThat(card.send("002000" + reference.sfi())).isEqualTo("63CA");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_holder_cannot_change_a_number_even_after_showing_it(Machine machine) {
        TestCard card = machine.personalised();
        for (Reference reference : REFERENCES) {
            Personalisation.accepted(card, reference.select());
            assertThat(card.send(reference.change(reference.other()))).isEqualTo("6985");
            Personalisation.accepted(card, reference.verify(reference.value()));
            assertThat(card.send(reference.change(reference.other()))).isEqualTo("6985");
            assertThat(card.send(reference.change("30"))).isEqualTo("6985");
            Personalisation.accepted(card, reference.verify(reference.value()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_blank_card_takes_numbers_of_their_own_length_and_digits_only(Machine machine) {
        TestCard card = machine.blank();
        for (Reference reference : REFERENCES) {
            String value = reference.value();
            Personalisation.accepted(card, reference.select());
            assertThat(card.send("002000" + reference.sfi())).isEqualTo("63C0");
            assertThat(card.send(reference.verify(value))).isEqualTo("6984");
            assertThat(card.send(reference.change(value.substring(2)))).isEqualTo("6700");
            assertThat(card.send(reference.change(value + "30"))).isEqualTo("6700");
            assertThat(card.send(reference.change("41" + value.substring(2)))).isEqualTo("6A80");
            Personalisation.accepted(card, reference.change(value), reference.verify(value));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_reference_0012_of_the_form_application_is_blocked_for_ever(Machine machine) {
        TestCard blank = machine.blank();
        Personalisation.accepted(blank, TestCard.SELECT_FORM_INPUT);
        assertThat(blank.send("0024019204" + TestCard.PIN)).isEqualTo("6985");
        TestCard card = machine.personalised();
        Personalisation.accepted(card, TestCard.SELECT_FORM_INPUT);
        Trace.replay(
                card,
                """
                00 A4 02 0C 02 00 12          → 9000
                00 20 00 80                   → 63 C0
                00 20 00 80 04 31 32 33 34    → 6984
                00 20 00 92 04 00 00 00 00    → 6984
                00 20 00 92                   → 63 C0
                00 24 01 92 04 31 32 33 34    → 6985
                00 B0 92 00 00                → 6981
                80 2A 00 92 01 00 00          → 6981
                """);
    }
}
