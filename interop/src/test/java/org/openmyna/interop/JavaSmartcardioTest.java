package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CommandAPDU;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openmyna.card.chip.ReaderSlot;

/** The JDK's own PC/SC client talks to the card, extended lengths and bad commands included. */
class JavaSmartcardioTest {
    private static final String SELECT_JPKI = "00A4040C0AD392F000260100000001";

    @RegisterExtension static final CardInReader READER = new CardInReader();

    private @Nullable Card connected;

    @BeforeEach
    void connect() throws Exception {
        connected = JdkReaders.connect(ReaderSlot.FIRST);
        assertThat(send(SELECT_JPKI)).isEqualTo("9000");
    }

    @AfterEach
    void disconnect() throws Exception {
        card().disconnect(true);
    }

    private Card card() {
        return Objects.requireNonNull(connected);
    }

    @Test
    void the_card_speaks_t1_and_shows_its_atr() {
        assertThat(card().getProtocol()).isEqualTo("T=1");
        assertThat(HexFormat.of().withUpperCase().formatHex(card().getATR().getBytes()))
                .isEqualTo("3BE000FF8131FE4514");
    }

    @Test
    void an_extended_read_gives_the_whole_file_at_once() throws Exception {
        assertThat(send("00A4020C02000A")).isEqualTo("9000");
        byte[] all = transmit("00B00000000000");
        byte[] certificate = READER.specimen().userAuthentication().der();
        assertThat(all.length).isEqualTo(2048 + 2);
        assertThat(Arrays.copyOf(all, certificate.length)).isEqualTo(certificate);
    }

    @Test
    void a_warm_reset_forgets_the_verified_pin_and_the_selection() throws Exception {
        assertThat(send("00A4020C020018")).isEqualTo("9000");
        assertThat(send("0020008004" + "31323334")).isEqualTo("9000");
        assertThat(send("00A4020C020017")).isEqualTo("9000");
        assertThat(send("802A008001AA00")).endsWith("9000").hasSize(2 * 258);
        card().disconnect(true); // with a reset
        connected = JdkReaders.connect(ReaderSlot.FIRST);
        assertThat(send("00A4020C020017")).startsWith("6");
        assertThat(send(SELECT_JPKI)).isEqualTo("9000");
        assertThat(send("00A4020C020017")).isEqualTo("9000");
        assertThat(send("802A008001AA00")).isEqualTo("6982");
    }

    /** PIN commands are left out: this is about shape, and five wrong tries would lock the card. */
    @Test
    void two_thousand_seeded_commands_of_any_shape_get_a_status_word_and_leave_a_card_that_works()
            throws Exception {
        Random chance = new Random(7816);
        for (int n = 0; n < 2_000; n++) {
            byte[] command = new byte[4 + chance.nextInt(chance.nextInt(20) == 0 ? 300 : 12)];
            chance.nextBytes(command);
            command[0] = new byte[] {0x00, (byte) 0x80, 0x04, (byte) 0xFF}[chance.nextInt(4)];
            if (command[1] == 0x20 || command[1] == 0x24) {
                command[1] = (byte) 0xB0;
            }
            assertThat(wellFormed(command) ? transmit(command).length : 2)
                    .isGreaterThanOrEqualTo(2);
        }
        assertThat(send(SELECT_JPKI)).isEqualTo("9000");
        assertThat(send("00A4020C020018")).isEqualTo("9000");
        assertThat(send("00200080")).isEqualTo("63C3");
    }

    /** The JDK sends nothing else. */
    private static boolean wellFormed(byte[] command) {
        try {
            var _ = new CommandAPDU(command);
            return command[1] != 0x70 && (command[1] & 0xF0) != 0x60 && (command[1] & 0xF0) != 0x90;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private String send(String hex) throws Exception {
        return HexFormat.of().withUpperCase().formatHex(transmit(hex));
    }

    private byte[] transmit(String hex) throws Exception {
        return transmit(HexFormat.of().parseHex(hex));
    }

    private byte[] transmit(byte[] command) throws Exception {
        CardChannel channel = card().getBasicChannel();
        return channel.transmit(new CommandAPDU(command)).getBytes();
    }
}
