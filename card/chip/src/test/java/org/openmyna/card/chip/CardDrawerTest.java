package org.openmyna.card.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.card.javacard.KeyPairSource;
import org.openmyna.card.nvm.CardMemory;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CommandApdu;

/** Several hands at one drawer, in one process and in two. */
class CardDrawerTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final KeyPairSource NO_KEYS =
            bits -> {
                throw new AssertionError("No key is made here.");
            };
    private static final CardName NAME = new CardName("taro");

    @TempDir private Path folder;

    @Test
    void a_card_that_is_being_made_is_not_harmed_by_a_second_one_of_that_name() throws IOException {
        CardDrawer drawer = new CardDrawer(folder);
        String state =
                drawer.make(
                        NAME,
                        NO_KEYS,
                        RANDOM,
                        first -> {
                            assertThatThrownBy(
                                            () -> drawer.make(NAME, NO_KEYS, RANDOM, second -> 1))
                                    .isInstanceOf(CardAlreadyExists.class);
                            return send(first, "80F0800F");
                        });
        assertThat(state).isEqualTo("9000");
        try (VirtualCard card = drawer.open(NAME, NO_KEYS, RANDOM)) {
            assertThat(card.lifeCycle()).isEqualTo(LifeCycle.PERSONALISED);
        }
        assertThat(Files.list(folder)).containsExactly(drawer.image(NAME));
    }

    @Test
    void a_card_that_another_call_finished_meanwhile_is_not_written_over() {
        CardDrawer drawer = new CardDrawer(folder);
        CardName other = new CardName("hanako");
        drawer.make(other, NO_KEYS, RANDOM, card -> send(card, "80F0800F"));
        assertThatThrownBy(() -> drawer.make(other, NO_KEYS, RANDOM, card -> 1))
                .isInstanceOf(CardAlreadyExists.class);
        assertThat(drawer.names()).containsExactly(other);
    }

    @Test
    void a_second_opening_is_refused_and_leaves_the_first_one_locked() throws Exception {
        CardDrawer drawer = new CardDrawer(folder);
        drawer.make(NAME, NO_KEYS, RANDOM, card -> 1);
        try (VirtualCard card = drawer.open(NAME, NO_KEYS, RANDOM)) {
            assertThat(otherProcess(drawer.image(NAME))).isEqualTo(OtherProcess.REFUSED);
            assertThatThrownBy(() -> drawer.open(NAME, NO_KEYS, RANDOM))
                    .isInstanceOf(CardInUse.class);
            assertThat(otherProcess(drawer.image(NAME))).isEqualTo(OtherProcess.REFUSED);
            assertThat(card.lifeCycle()).isEqualTo(LifeCycle.BLANK);
        }
        assertThat(otherProcess(drawer.image(NAME))).isEqualTo(OtherProcess.OPENED);
    }

    @Test
    void a_card_that_was_never_handed_out_is_thrown_away_and_one_that_is_held_is_not() {
        CardDrawer drawer = new CardDrawer(folder);
        drawer.make(NAME, NO_KEYS, RANDOM, card -> 1);
        try (VirtualCard held = drawer.open(NAME, NO_KEYS, RANDOM)) {
            assertThatThrownBy(() -> drawer.throwAway(NAME)).isInstanceOf(CardInUse.class);
            assertThat(held.lifeCycle()).isEqualTo(LifeCycle.BLANK);
        }
        drawer.throwAway(NAME);
        assertThat(drawer.names()).isEmpty();
        assertThatCode(() -> drawer.throwAway(NAME)).doesNotThrowAnyException();
    }

    @Test
    void a_channel_may_be_closed_after_its_card() {
        VirtualCard card = VirtualCard.inMemory(NO_KEYS, RANDOM);
        CardChannel channel = card.channel();
        card.powerOff();
        channel.close();
        assertThatThrownBy(card::lifeCycle)
                .as("no power")
                .isNotInstanceOf(NullPointerException.class);
        card.powerOn();
        assertThat(card.lifeCycle()).isEqualTo(LifeCycle.BLANK);
        card.close();
        assertThatCode(channel::close).doesNotThrowAnyException();
        assertThatCode(card::close).doesNotThrowAnyException();
    }

    @Test
    void many_threads_may_send_to_one_card_while_it_is_reset() throws Exception {
        try (VirtualCard card = VirtualCard.inMemory(NO_KEYS, RANDOM);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<?> future :
                    IntStream.range(0, 8)
                            .mapToObj(n -> threads.submit(() -> hammer(card, n)))
                            .toList()) {
                future.get();
            }
            assertThat(card.lifeCycle()).isEqualTo(LifeCycle.BLANK);
        }
    }

    private static void hammer(VirtualCard card, int thread) {
        for (int n = 0; n < 500; n++) {
            if (thread == 0 && n % 20 == 0) {
                card.reset();
            }
            byte[] answer = card.transmit(HexFormat.of().parseHex("0084000010"));
            assertThat(HexFormat.of().formatHex(answer)).isEqualTo("6d00");
        }
    }

    private static String send(CardChannel channel, String hex) {
        return channel.transmit(CommandApdu.parseHex(hex)).isOk() ? "9000" : "refused";
    }

    private static int otherProcess(Path image) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        image.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Tries to open an image, and says how that went. */
    static final class OtherProcess {
        static final int OPENED = 3;
        static final int REFUSED = 4;

        private OtherProcess() {}

        public static void main(String[] arguments) throws IOException {
            try (CardMemory memory =
                    CardMemory.mapped(Path.of(arguments[0]), CardMemory.Durability.PROCESS_LOSS)) {
                System.exit(memory.size() > 0 ? OPENED : 1);
            } catch (org.openmyna.card.nvm.CardMemoryUnavailable held) {
                System.exit(REFUSED);
            }
        }
    }
}
