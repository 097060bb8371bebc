package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each reference under power cuts: a try is paid or was never used, a value is old or new. */
class ReferenceTearTest {

    private static String look(OwnCard card, Reference reference) {
        Personalisation.accepted(card, reference.select);
        return card.send(reference.ask())
                + " "
                + guess(card, reference, reference.value)
                + " "
                + guess(card, reference, reference.other);
    }

    /** On a copy, so that it costs the card nothing. */
    private static String guess(OwnCard card, Reference reference, String value) {
        OwnCard copy = card.copy();
        Personalisation.accepted(copy, reference.select);
        return copy.send(reference.verify(value));
    }

    private static String tries(OwnCard card, Reference reference) {
        Personalisation.accepted(card, reference.select);
        return card.send(reference.ask());
    }

    @ParameterizedTest
    @EnumSource
    void a_wrong_guess_is_paid_before_it_is_compared(Reference reference) {
        PowerCuts<String> cuts =
                PowerCuts.in(
                        OwnCard.personalised(),
                        card -> tries(card, reference),
                        reference.select,
                        reference.verify(reference.other));
        assertThat(cuts.before()).isEqualTo("63C%X".formatted(reference.tries));
        assertThat(cuts.done()).isEqualTo("63C%X".formatted(reference.tries - 1));
        assertThat(cuts.torn()).isNotEmpty().isSubsetOf(cuts.before(), cuts.done());
    }

    @ParameterizedTest
    @EnumSource
    void a_right_guess_gives_back_the_tries_at_its_end_and_never_more(Reference reference) {
        OwnCard once = OwnCard.personalised();
        once.send(reference.select);
        once.send(reference.verify(reference.other));
        PowerCuts<String> cuts =
                PowerCuts.in(
                        once,
                        card -> tries(card, reference),
                        reference.select,
                        reference.verify(reference.value));
        String paid = "63C%X".formatted(reference.tries - 2);
        assertThat(cuts.before()).isEqualTo("63C%X".formatted(reference.tries - 1));
        assertThat(cuts.done()).isEqualTo("63C%X".formatted(reference.tries));
        assertThat(cuts.torn()).contains(paid).isSubsetOf(cuts.before(), paid, cuts.done());
    }

    @ParameterizedTest
    @EnumSource
    void a_first_value_is_there_or_not(Reference reference) {
        PowerCuts<String> cuts =
                PowerCuts.in(
                        OwnCard.blank(),
                        card -> look(card, reference),
                        reference.select,
                        reference.command("002401", reference.value));
        assertThat(cuts.before()).isEqualTo("63C0 6984 6984");
        assertThat(cuts.done())
                .isEqualTo("63C%X 9000 63C%X".formatted(reference.tries, reference.tries - 1));
        assertThat(cuts.torn()).isNotEmpty().isSubsetOf(cuts.before(), cuts.done());
    }
}
