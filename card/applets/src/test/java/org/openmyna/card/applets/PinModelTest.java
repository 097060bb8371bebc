package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All short sequences of commands about PINs, against a model of what the reference says. */
class PinModelTest {

    /** What a card knows about one PIN. */
    private static final class Pin {
        final int limit;
        String value;
        String other;
        int tries;
        boolean verified;

        Pin(int limit, int tries, String value, String other) {
            this.limit = limit;
            this.tries = tries;
            this.value = value;
            this.other = other;
        }

        String ask() {
            return "63C" + tries;
        }

        String guess(boolean right) {
            if (tries == 0) {
                return "6984";
            }
            verified = right;
            tries = right ? limit : tries - 1;
            return right ? "9000" : ask();
        }

        String change(boolean blank) {
            if (!verified && !blank) {
                return "6982";
            }
            String old = value;
            value = other;
            other = old;
            tries = limit;
            verified = false;
            return "9000";
        }
    }

    private static final class Model {
        final Pin pin;
        final Pin password;
        boolean blank;

        Model(boolean blank, int triesFewer) {
            this.blank = blank;
            pin = new Pin(3, 3 - triesFewer, "31323334", "39383736");
            password = new Pin(5, 5 - triesFewer, "414243313233", "5A595839383736");
        }

        String forget() {
            pin.verified = false;
            password.verified = false;
            return "9000";
        }

        String close() {
            forget();
            String answer = blank ? "9000" : "6985";
            blank = false;
            return answer;
        }
    }

    /**
     * A command and its answer, both as the model's state has them; the answer moves the model on.
     */
    private enum Step {
        ASK_PIN(m -> "00200098", m -> m.pin.ask()),
        RIGHT_PIN(m -> "0020009804" + m.pin.value, m -> m.pin.guess(true)),
        WRONG_PIN(m -> "0020009804" + m.pin.other, m -> m.pin.guess(false)),
        SHORT_PIN(m -> "0020009803" + m.pin.value.substring(2), m -> m.pin.guess(false)),
        TOO_LONG_PIN(m -> "0020009811" + "31".repeat(17), m -> "6700"),
        CHANGE_PIN(m -> "0024019804" + m.pin.other, m -> m.pin.change(m.blank)),
        SIGN(m -> "802A0097", m -> m.pin.verified ? "6985" : "6982"),
        ASK_PASSWORD(m -> "0020009B", m -> m.password.ask()),
        RIGHT_PASSWORD(m -> verify(m.password.value), m -> m.password.guess(true)),
        WRONG_PASSWORD(m -> verify(m.password.other), m -> m.password.guess(false)),
        READ_CERTIFICATE(m -> "00B0810001", m -> m.password.verified ? "FF9000" : "6982"),
        SELECT(m -> TestCard.SELECT_JPKI, Model::forget),
        RESET(m -> TestCard.SELECT_JPKI, Model::forget),
        CLOSE(m -> TestCard.SET_PERSONALISED, Model::close);

        final Function<Model, String> command;
        final Function<Model, String> answer;

        Step(Function<Model, String> command, Function<Model, String> answer) {
            this.command = command;
            this.answer = answer;
        }

        private static String verify(String value) {
            return "0020009B%02X%s".formatted(value.length() / 2, value);
        }

        void take(TestCard card, Model model, List<Step> way) {
            if (this == RESET) {
                card.reset();
            } else if (this == CLOSE) {
                card.send(TestCard.SELECT_ISD);
            }
            String given = card.send(command.apply(model));
            String expected = answer.apply(model);
            if (!given.equals(expected)) {
                assertThat(given).as("%s then %s", way, this).isEqualTo(expected);
            }
            if (this == CLOSE) {
                card.send(TestCard.SELECT_JPKI);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_short_sequence_answers_as_the_model_says(Machine machine) {
        int length = machine.isFast() ? 4 : 2;
        for (int triesFewer = 0; triesFewer < 3; triesFewer += 2) {
            for (boolean blank : new boolean[] {true, false}) {
                assertThat(tryAll(machine.beginnings(blank, triesFewer), blank, triesFewer, length))
                        .isEqualTo((int) Math.pow(Step.values().length, length));
            }
        }
    }

    private static int tryAll(
            Machine.Beginning beginning, boolean blank, int triesFewer, int length) {
        int sequences = 0;
        Step[] steps = Step.values();
        int all = (int) Math.pow(steps.length, length);
        for (int number = 0; number < all; number++) {
            TestCard card = beginning.card();
            Model model = new Model(blank, triesFewer);
            List<Step> way = new ArrayList<>();
            for (int rest = number, n = 0; n < length; n++, rest /= steps.length) {
                Step step = steps[rest % steps.length];
                step.take(card, model, way);
                way.add(step);
            }
            sequences++;
        }
        return sequences;
    }
}
