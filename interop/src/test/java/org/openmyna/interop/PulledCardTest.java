package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmyna.interop.OutsideProgram.OPENSC_TOOL;
import static org.openmyna.interop.OutsideProgram.PKCS15_TOOL;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.card.chip.ReaderSlot;
import org.openmyna.card.chip.VirtualReader;

/** Cards come and go while programs use them. */
class PulledCardTest {
    private static final String SELECT_JPKI = "00A4040C0AD392F000260100000001";
    private static final String SELECT_USER_PIN = "00A4020C020018";

    private static final String WRONG_PIN = "002000800439393939";
    private static final String RIGHT_PIN = "002000800431323334";
    private static final String SELECT_USER_KEY = "00A4020C020017";
    private static final String SIGN = "802A008001AA00";

    @RegisterExtension final CardInReader reader = new CardInReader();
    @TempDir Path directory;

    @Test
    void a_pulled_card_fails_the_command_and_comes_back_without_its_verified_pin()
            throws Exception {
        Card before = JdkReaders.connect(ReaderSlot.FIRST);
        assertThat(send(before, SELECT_JPKI, SELECT_USER_PIN, RIGHT_PIN)).isEqualTo("9000");

        reader.eject();
        assertThatThrownBy(() -> send(before, SELECT_USER_KEY)).isInstanceOf(CardException.class);
        assertThat(JdkReaders.terminal(ReaderSlot.FIRST).waitForCardAbsent(5_000)).isTrue();
        OPENSC_TOOL.run("--name").fails().says("Card not present");

        reader.insert();
        Card after = JdkReaders.connect(ReaderSlot.FIRST);
        assertThat(send(after, SELECT_JPKI, SELECT_USER_KEY, SIGN)).isEqualTo("6982");
        after.disconnect(false);
        OPENSC_TOOL.run("--name").succeeds().says("jpki");
    }

    @Test
    void a_spent_try_stays_spent_when_the_card_is_pulled() throws Exception {
        Card before = JdkReaders.connect(ReaderSlot.FIRST);
        assertThat(send(before, SELECT_JPKI, SELECT_USER_PIN, WRONG_PIN)).isEqualTo("63C2");
        reader.eject();
        assertThat(JdkReaders.terminal(ReaderSlot.FIRST).waitForCardAbsent(5_000)).isTrue();
        reader.insert();
        PKCS15_TOOL.run("--list-pins").succeeds().saysInOrder("[User", "Tries left     : 2");
    }

    @Test
    void a_cold_and_a_warm_reset_leave_a_card_that_works() {
        OPENSC_TOOL.run("--reset=cold", "--name").succeeds().says("jpki");
        OPENSC_TOOL.run("--reset=warm", "--name").succeeds().says("jpki");
    }

    @Test
    void two_cards_in_the_two_slots_are_two_cards() throws Exception {
        try (Specimen second = reader.country().newCard();
                var ignored = reader.pcsc().insert(second.card(), ReaderSlot.SECOND)) {
            Card first = JdkReaders.connect(ReaderSlot.FIRST);
            assertThat(send(first, SELECT_JPKI, SELECT_USER_PIN, WRONG_PIN)).isEqualTo("63C2");
            first.disconnect(false);

            Run one = PKCS15_TOOL.run("--reader", "Virtual PCD 00 00", "--read-certificate", "1");
            Run two = PKCS15_TOOL.run("--reader", "Virtual PCD 00 01", "--read-certificate", "1");
            assertThat(Pem.certificatesIn(one.succeeds().output()))
                    .containsExactly(reader.specimen().userAuthentication().der());
            assertThat(Pem.certificatesIn(two.succeeds().output()))
                    .containsExactly(second.userAuthentication().der());
            PKCS15_TOOL
                    .run("--reader", "Virtual PCD 00 01", "--list-pins")
                    .succeeds()
                    .saysInOrder("[User Authentication PIN]", "Tries left     : 3");
        }
    }

    @Test
    void a_card_for_a_slot_that_is_taken_waits_until_the_other_is_pulled() throws Exception {
        try (Specimen waiting = reader.country().newCard();
                var second = VirtualReader.insert(waiting.card(), ReaderSlot.FIRST, _ -> {})) {
            assertThat(second.awaitInserted(Duration.ofMillis(1_500))).isFalse();
            PKCS15_TOOL.run("--list-pins").succeeds();
            reader.eject();
            assertThat(second.awaitInserted(Duration.ofSeconds(10))).isTrue();
            assertThat(Pem.certificatesIn(PKCS15_TOOL.run("--read-certificate", "1").output()))
                    .containsExactly(waiting.userAuthentication().der());
        }
    }

    @Test
    void a_card_finds_the_slot_that_is_free() throws Exception {
        try (Specimen second = reader.country().newCard();
                var found =
                        VirtualReader.insertWhereFree(
                                second.card(), _ -> {}, Duration.ofSeconds(2))) {
            assertThat(found.readerName()).isEqualTo(ReaderSlot.SECOND.readerName());
        }
    }

    /** The last command's status word. */
    private static String send(Card card, String... commands) throws CardException {
        String last = "";
        for (String command : commands) {
            byte[] bytes = HexFormat.of().parseHex(command);
            int statusWord = card.getBasicChannel().transmit(new CommandAPDU(bytes)).getSW();
            last = "%04X".formatted(statusWord);
        }
        return last;
    }
}
