package org.openmyna.card.javacard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.card.javacard.Specimen.Card;
import org.openmyna.card.javacard.specimen.PurseApplet;
import org.openmyna.card.nvm.CardMemory;
import org.openmyna.card.nvm.CardMemory.Durability;

/**
 * A process that writes to a mapped card file is killed outright, again and again; the card is
 * legal each time.
 */
class KilledProcessTest {
    private static final int CARDS = Integer.getInteger("openmyna.test.length", 1);
    private static final int KILLS = 20;
    private static final int JOURNAL_COUNT_AT = 64;

    @TempDir private Path folder;

    @Test
    void a_card_survives_every_kill_of_its_process() throws IOException, InterruptedException {
        for (int card = 0; card < CARDS; card++) {
            surviveKills(folder.resolve("card-" + card), new Random(7 + card));
        }
    }

    private void surviveKills(Path file, Random chance) throws IOException, InterruptedException {
        try (CardMemory memory =
                CardMemory.create(file, Specimen.IMAGE_BYTES, Durability.PROCESS_LOSS)) {
            CardRuntime.install(memory, Specimen.modules(), Specimen.host()).powerOff();
        }
        int redone = 0;
        int payments = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            killWhileWriting(file, chance.nextInt(3_000_000));
            byte[] torn = Files.readAllBytes(file);
            redone += torn[JOURNAL_COUNT_AT + 2] != 0 || torn[JOURNAL_COUNT_AT + 3] != 0 ? 1 : 0;
            try (CardMemory memory = CardMemory.mapped(file, Durability.PROCESS_LOSS)) {
                Card card =
                        new Card(
                                memory,
                                CardRuntime.powerOn(memory, Specimen.modules(), Specimen.host()));
                card.select(Specimen.PURSE);
                payments = requireLegal(card, payments);
            }
        }
        assertThat(payments).as("each process paid at least once").isGreaterThanOrEqualTo(KILLS);
        Figures.note("kills", KILLS + ", with a journal to redo " + redone);
    }

    private void killWhileWriting(Path file, int nanos) throws IOException, InterruptedException {
        Process payer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xshare:auto",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Payer.class.getName(),
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader says =
                new BufferedReader(
                        new InputStreamReader(payer.getInputStream(), StandardCharsets.US_ASCII))) {
            assertThat(says.readLine()).isEqualTo("paying");
            long until = System.nanoTime() + nanos;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            assertThat(payer.isAlive()).as("killed in the middle of its work").isTrue();
            payer.destroyForcibly();
            payer.waitFor();
        }
    }

    /** Everything in the state follows from the number of payments. */
    private static int requireLegal(Card card, int paymentsBefore) {
        byte[] state =
                card.runtime().transmit(new byte[] {(byte) 0x80, PurseApplet.STATE, 0, 0, 0});
        short balance = (short) (state[0] << 8 | (state[1] & 0xFF));
        int payments = (1000 - balance & 0xFFFF) / 10 % 32768;
        boolean odd = payments % 2 != 0;
        assertThat(state[2]).isEqualTo((byte) payments);
        assertThat(state[3]).isEqualTo((byte) (odd ? 1 : 0));
        assertThat(state[12]).isEqualTo((byte) (odd ? 9 : 7));
        byte[] coins = Arrays.copyOfRange(state, 14, 17);
        int first = payments % 3;
        assertThat(coins).containsExactly(first + 1, (first + 1) % 3 + 1, (first + 2) % 3 + 1);
        byte[] file =
                card.runtime().transmit(new byte[] {(byte) 0x80, PurseApplet.READ, 0, 5, 120});
        for (int n = 1; n < 120; n++) {
            assertThat(file[n]).as("the copy is whole").isEqualTo(file[0]);
        }
        assertThat(payments).isGreaterThanOrEqualTo(paymentsBefore);
        return payments;
    }
}
