package org.openmyna.card.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.kernel.MynaException;

/** Damaged recordings are refused with a name, or they play. */
class RecordingFuzzTest {
    private static final int ROUNDS = 1_500 * Integer.getInteger("openmyna.test.length", 1);
    private static final String ALPHABET = "0123456789ABCDEF ()><#\natr";

    @Test
    void any_text_is_a_recording_or_a_named_refusal() {
        var text = new StringBuilder();
        MyNumberCard card =
                MyNumberCard.over(
                        RecordedSession.record(Ichiro.card(), TraceContents.TEST_CARD, text));
        card.tries();
        card.profile().issuerCertificate();
        var chance = new Random(7);
        int played = 0;
        for (int round = 0; round < ROUNDS; round++) {
            if (plays(damaged(text.toString(), chance))) played++;
        }
        assertThat(played).isBetween(1, ROUNDS - 1);
    }

    private static String damaged(String text, Random chance) {
        var damaged = new StringBuilder(text);
        for (int n = chance.nextInt(4); n >= 0; n--) {
            char another = ALPHABET.charAt(chance.nextInt(ALPHABET.length()));
            damaged.setCharAt(chance.nextInt(damaged.length()), another);
        }
        return damaged.toString();
    }

    private static boolean plays(String text) {
        RecordedSession session;
        try {
            session = RecordedSession.parse(text);
        } catch (RecordingMalformed named) {
            return false;
        }
        talk(session.asCard());
        talk(session.replay());
        return true;
    }

    private static void talk(CardChannel channel) {
        MyNumberCard card = MyNumberCard.over(channel);
        try {
            card.profile().issuerCertificate();
            card.tries();
        } catch (MynaException named) {
            assertThat(named.errorCode().code()).startsWith("MYNA-");
        }
    }
}
