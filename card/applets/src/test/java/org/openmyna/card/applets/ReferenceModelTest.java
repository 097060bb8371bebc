package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All short sequences of commands about each single reference, against a model of the rules. */
class ReferenceModelTest {

    private static final class Model {
        final Reference reference;
        boolean blank;
        String value;
        String other;
        int tries;
        boolean verified;

        Model(Reference reference, boolean blank, int tries) {
            this.reference = reference;
            this.blank = blank;
            this.tries = tries;
            this.value = reference.value;
            this.other = reference.other;
        }

        String ask() {
            return "63C%X".formatted(tries);
        }

        String guess(boolean right) {
            if (tries == 0) {
                return "6984";
            }
            verified = right;
            tries = right ? reference.tries : tries - 1;
            return right ? "9000" : ask();
        }

        String change(Reference.Change way) {
            if (way == Reference.Change.KEY && !reference.knowsChangeKey()) {
                return "6D00";
            }
            if (!blank && reference.change != way) {
                return "6985";
            }
            if (!blank && !verified) {
                return "6982";
            }
            String old = value;
            value = other;
            other = old;
            tries = reference.tries;
            verified = false;
            return "9000";
        }

        /** The issuer sets the value that it has not, or gives the tries back. */
        String issuer(boolean sets) {
            if (sets) {
                String old = value;
                value = other;
                other = old;
            }
            tries = reference.tries;
            verified = false;
            return "9000";
        }

        String forget() {
            verified = false;
            return "9000";
        }

        String close() {
            verified = false;
            String answer = blank ? "9000" : "6985";
            blank = false;
            return answer;
        }
    }

    private enum Step {
        ASK(m -> m.reference.ask(), Model::ask),
        RIGHT(m -> m.reference.verify(m.value), m -> m.guess(true)),
        WRONG(m -> m.reference.verify(m.other), m -> m.guess(false)),
        ONE_MORE(m -> m.reference.verify(m.value + "30"), m -> m.guess(false)),
        TOO_LONG(m -> m.reference.verify("31".repeat(17)), m -> "6700"),
        CHANGE_DATA(
                m -> m.reference.command("002401", m.other), m -> m.change(Reference.Change.DATA)),
        CHANGE_KEY(
                m -> m.reference.command("803200", m.other), m -> m.change(Reference.Change.KEY)),
        SELECT(m -> m.reference.select, Model::forget),
        RESET(m -> m.reference.select, Model::forget),
        CLOSE(m -> TestCard.SET_PERSONALISED, Model::close),
        UNLOCK(m -> "", m -> m.issuer(false)),
        SET(m -> m.other, m -> m.issuer(true));

        private static final List<Step> OF_THE_ISSUER = List.of(UNLOCK, SET);

        /** Whoever holds the card, and a terminal. */
        static final List<Step> OF_THE_HOLDER =
                Arrays.stream(values()).filter(step -> !OF_THE_ISSUER.contains(step)).toList();

        static final List<Step> WITH_THE_ISSUER =
                List.of(ASK, RIGHT, WRONG, CHANGE_DATA, CHANGE_KEY, SELECT, RESET, UNLOCK, SET);

        final Function<Model, String> command;
        final Function<Model, String> answer;

        Step(Function<Model, String> command, Function<Model, String> answer) {
            this.command = command;
            this.answer = answer;
        }

        void take(TestCard card, Model model, List<Step> way) {
            if (this == RESET) {
                card.reset();
            } else if (this == CLOSE) {
                card.send(TestCard.SELECT_ISD);
            }
            String given =
                    OF_THE_ISSUER.contains(this)
                            ? byTheIssuer(card, model)
                            : card.send(command.apply(model));
            String expected = answer.apply(model);
            if (!given.equals(expected)) {
                assertThat(given)
                        .as("%s: %s then %s", model.reference, way, this)
                        .isEqualTo(expected);
            }
            if (this == CLOSE) {
                card.send(model.reference.select);
            }
        }

        /** STORE DATA in a session of its own; then the application is current again. */
        private String byTheIssuer(TestCard card, Model model) {
            Reference reference = model.reference;
            card.send(TestCard.SELECT_ISD);
            Scp03Host host = Scp03Host.open(card, 0x33);
            String name = IssuerCard.named(reference.select.substring(10));
            assertThat(host.send(card, "E62000", name, "")).isEqualTo("9000");
            String body = "%04X0000".formatted(reference.file) + command.apply(model);
            String answer = host.send(card, "E20000", body, "");
            card.send(reference.select);
            return answer;
        }
    }

    /** Where each sequence begins, and how long it is. */
    private record Course(
            Reference reference, List<Step> steps, boolean blank, int tries, int length) {

        /** The reference has its value, and so many tries left. */
        <C extends TestCard> C prepare(C card) {
            Personalisation.accepted(
                    card, reference.select, reference.command("002401", reference.value));
            Personalisation.accepted(card, TestCard.SELECT_ISD, Scp03Host.putKey());
            Personalisation.accepted(card, reference.select);
            for (int n = reference.tries; n > tries; n--) {
                card.send(reference.verify("30"));
            }
            if (!blank) {
                Personalisation.accepted(card, TestCard.SELECT_ISD, TestCard.SET_PERSONALISED);
                Personalisation.accepted(card, reference.select);
            }
            return card;
        }

        void run(Machine.Beginning cards) {
            int all = (int) Math.pow(steps.size(), length);
            for (int number = 0; number < all; number++) {
                TestCard card = cards.card();
                Model model = new Model(reference, blank, tries);
                List<Step> way = new ArrayList<>();
                for (int rest = number, n = 0; n < length; n++, rest /= steps.size()) {
                    Step step = steps.get(rest % steps.size());
                    step.take(card, model, way);
                    way.add(step);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void on_our_runtime_every_short_sequence(Reference reference) {
        int length = Integer.getInteger("openmyna.test.length", 1) > 1 ? 4 : 3;
        for (int tries : new int[] {reference.tries, 2}) {
            for (boolean blank : new boolean[] {true, false}) {
                Course course = new Course(reference, Step.OF_THE_HOLDER, blank, tries, length);
                runOnCopies(course);
            }
        }
    }

    private static void runOnCopies(Course course) {
        byte[] image = course.prepare(OwnCard.blank()).image();
        course.run(() -> {
            OwnCard copy = OwnCard.from(image);
            copy.send(course.reference().select);
            return copy;
        });
    }

    @ParameterizedTest
    @EnumSource
    void on_our_runtime_with_the_issuer_in_between(Reference reference) {
        int length = Integer.getInteger("openmyna.test.length", 1) > 1 ? 4 : 3;
        runOnCopies(new Course(reference, Step.WITH_THE_ISSUER, false, 1, length));
    }

    @ParameterizedTest
    @EnumSource(names = {"SIGNATURE", "CARD_FACE_B", "JUKI"})
    void on_jcardsim_pairs_with_the_issuer_in_between(Reference reference) {
        Course course = new Course(reference, Step.WITH_THE_ISSUER, false, 1, 2);
        course.run(() -> course.prepare(JCardSim.blank()));
    }

    @Test
    void the_blocked_reference_of_form_input_never_gets_a_value_whoever_tries() {
        OwnCard card = (OwnCard) IssuerCard.blank(OwnCard.blank());
        for (boolean inUse : new boolean[] {false, true}) {
            if (inUse) {
                Personalisation.accepted(card, TestCard.SELECT_ISD, TestCard.SET_PERSONALISED);
                Scp03Host host = Scp03Host.open(card, 0x33);
                String name = IssuerCard.named(CardMap.FORM_INPUT.aid);
                assertThat(host.send(card, "E62000", name, "")).isEqualTo("9000");
                for (String value : List.of("", TestCard.PIN, TestCard.NUMBER_A)) {
                    assertThat(host.send(card, "E20000", "00120000" + value, "")).isEqualTo("6985");
                }
            }
            Personalisation.accepted(card, TestCard.SELECT_FORM_INPUT);
            for (int n = 0; n < 3; n++) {
                assertThat(card.send("00200092")).isEqualTo("63C0");
                assertThat(card.send("0020009204" + TestCard.PIN)).isEqualTo("6984");
                assertThat(card.send("0024019204" + TestCard.PIN)).isEqualTo("6985");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void on_jcardsim_every_pair_of_steps(Reference reference) {
        for (boolean blank : new boolean[] {true, false}) {
            Course course = new Course(reference, Step.OF_THE_HOLDER, blank, 1, 2);
            course.run(() -> course.prepare(JCardSim.blank()));
        }
    }
}
