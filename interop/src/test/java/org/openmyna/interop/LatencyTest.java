package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import javax.smartcardio.Card;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openmyna.card.chip.ReaderSlot;
import org.openmyna.card.reader.Authenticity;
import org.openmyna.card.reader.LastTry;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.card.reader.Opening;
import org.openmyna.card.reader.PinCheck;
import org.openmyna.kernel.Pin;

/** How long programs wait. Real time, so the bounds are wide; the figures are printed. */
class LatencyTest {
    private static final System.Logger LOG = System.getLogger(LatencyTest.class.getName());
    private static final int COMMANDS = 500;

    /** Delayed acknowledgements alone would cost 40 ms a command. */
    private static final Duration COMMAND_BOUND = Duration.ofMillis(20);

    private static final Duration SEEN_BOUND = Duration.ofSeconds(3);

    private static final Duration READ_BOUND = Duration.ofSeconds(10);

    @RegisterExtension final CardInReader reader = new CardInReader();

    @Test
    void a_command_passes_pcscd_without_waiting_for_delayed_acknowledgements() throws Exception {
        Card card = JdkReaders.connect(ReaderSlot.FIRST);
        long[] nanos = new long[COMMANDS];
        var unknownApplication =
                new CommandAPDU(0x00, 0xA4, 0x04, 0x0C, new byte[] {1, 2, 3, 4, 5});
        for (int n = 0; n < COMMANDS; n++) {
            long start = System.nanoTime();
            card.getBasicChannel().transmit(unknownApplication);
            nanos[n] = System.nanoTime() - start;
        }
        card.disconnect(true);
        Arrays.sort(nanos);
        Duration median = Duration.ofNanos(nanos[COMMANDS / 2]);
        LOG.log(
                System.Logger.Level.INFO,
                "command through pcscd, median" + " " + micros(nanos[COMMANDS / 2]));
        LOG.log(
                System.Logger.Level.INFO,
                "command through pcscd, p99" + " " + micros(nanos[COMMANDS * 99 / 100]));
        assertThat(median).isLessThan(COMMAND_BOUND);
    }

    @Test
    void an_inserted_card_is_seen_within_a_few_polls() throws Exception {
        reader.eject();
        CardTerminal terminal = JdkReaders.terminal(ReaderSlot.FIRST);
        assertThat(terminal.waitForCardAbsent(10_000)).isTrue();
        long start = System.nanoTime();
        reader.insert();
        assertThat(terminal.waitForCardPresent(10_000)).isTrue();
        long nanos = System.nanoTime() - start;
        LOG.log(System.Logger.Level.INFO, "from insertion to seen" + " " + micros(nanos));
        assertThat(Duration.ofNanos(nanos)).isLessThan(SEEN_BOUND);
    }

    /** As a person waits for {@code card read}: everything that one PIN opens, and the check. */
    @Test
    void text_face_and_authenticity_are_read_in_a_moment() {
        try (MyNumberCard card = MyNumberCard.in(ReaderSlot.FIRST.readerName());
                Pin pin = Pin.fourDigits(Country.PIN.toCharArray())) {
            long start = System.nanoTime();
            assertThat(card.profile().verify(pin, LastTry.KEEP))
                    .isInstanceOf(PinCheck.Accepted.class);
            assertThat(card.profile().myNumber()).isNotNull();
            assertThat(card.profile().fourItems()).isNotNull();
            long text = System.nanoTime();
            assertThat(card.openFace(pin, LastTry.KEEP)).isInstanceOf(PinCheck.Accepted.class);
            assertThat(card.face().faceRecord().photo()).isNotEmpty();
            long face = System.nanoTime();
            assertThat(
                            card.checkAuthenticity(
                                    reader.country().trusted(),
                                    new Opening.ByPin(pin),
                                    LastTry.KEEP,
                                    new SecureRandom()))
                    .isInstanceOf(Authenticity.Genuine.class);
            long check = System.nanoTime();
            LOG.log(System.Logger.Level.INFO, "text of a card" + " " + micros(text - start));
            LOG.log(System.Logger.Level.INFO, "face of a card" + " " + micros(face - text));
            LOG.log(System.Logger.Level.INFO, "check of a card" + " " + micros(check - face));
            assertThat(Duration.ofNanos(check - start)).isLessThan(READ_BOUND);
        }
    }

    private static String micros(long nanos) {
        return nanos / 1_000 + " µs";
    }
}
