package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.interop.OutsideProgram.GPSHELL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmyna.card.chip.ReaderSlot;
import org.openmyna.card.issuer.channel.CardKeys;
import org.openmyna.card.reader.LastTry;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.card.reader.PinCheck;
import org.openmyna.kernel.Pin;

/**
 * GPShell, a GlobalPlatform program that nobody here wrote, opens the issuer channel: SCP03 with
 * AES-128 and i = 60. Debian has no package of it, so these tests are left out where no {@code
 * gpshell} is on the PATH.
 */
@EnabledIf("org.openmyna.interop.OutsideProgram#gpshellIsHere")
class GpshellTest {
    private static final String TEXT_FOR_PERSONALIZATION =
            "80E6200010" + "00000A" + "D3921000310001010408" + "000000";
    private static final String JPKI_FOR_PERSONALIZATION =
            "80E6200010" + "00000A" + "D392F000260100000001" + "000000";
    private static final String NEW_PIN_8765 = "80E2000008" + "0011" + "0000" + "38373635";
    private static final String NEW_SIGNATURE_KEY = "8047000000" + "0002" + "001A" + "0000";
    private static final String DISCARD = "80EE000000";

    @RegisterExtension final CardInReader reader = new CardInReader();
    @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x03, 0x11, 0x13, 0x33})
    void the_channel_opens_at_every_level(int level) throws Exception {
        open(level, mac()).succeeds().doesNotSay("returns 0x8030");
    }

    /** MAC and encryption of commands and, at 33, of answers; each is checked by GPShell. */
    @ParameterizedTest
    @ValueSource(ints = {0x03, 0x13, 0x33})
    void a_pin_is_set_and_a_key_is_made_through_the_channel(int level) throws Exception {
        Run run =
                open(
                        level,
                        mac(),
                        TEXT_FOR_PERSONALIZATION,
                        NEW_PIN_8765,
                        JPKI_FOR_PERSONALIZATION,
                        NEW_SIGNATURE_KEY,
                        DISCARD);
        run.succeeds().says("Unwrapped response <-- 7F49820109").doesNotSay("returns 0x8030");
        assertThat(verifies("8765")).isTrue();
    }

    @Test
    void without_encryption_no_command_of_the_issuer_is_taken() throws Exception {
        open(0x01, mac(), TEXT_FOR_PERSONALIZATION, NEW_PIN_8765).says("Response <-- 6982");
        assertThat(verifies(Country.PIN)).isTrue();
    }

    @Test
    void a_card_with_other_keys_is_noticed_by_gpshell_itself() throws Exception {
        open(0x03, "00112233445566778899AABBCCDDEEFF")
                .fails()
                .says("verification of the card cryptogram failed");
    }

    /** GPShell reads decimal numbers. */
    private Run open(int level, String mac, String... commands) throws IOException {
        List<String> script = new ArrayList<>();
        script.add("mode_211");
        script.add("enable_trace");
        script.add("establish_context");
        script.add("card_connect -readerNumber 1");
        script.add("select -AID A0000001510000");
        script.add(
                "open_sc -scp 3 -scpimpl %d -security %d -keyind 0 -keyver 0 -enc_key %s -mac_key %s -kek_key %s"
                        .formatted(0x60, level, key(0), mac, key(2)));
        for (String command : commands) script.add("send_apdu -sc 1 -APDU " + command);
        script.add("card_disconnect");
        script.add("release_context");
        return GPSHELL.run(Files.write(directory.resolve("script"), script));
    }

    private String mac() {
        return key(1);
    }

    /** ENC, MAC or DEK, out of PUT KEY: version, then type, length, key, check value of each. */
    private String key(int number) {
        try (CardKeys keys = reader.country().channelKeys(reader.specimen().issued())) {
            byte[] putKey = keys.putKeyData(1);
            int from = 1 + number * 22 + 2;
            return HexFormat.of().formatHex(Arrays.copyOfRange(putKey, from, from + 16));
        }
    }

    private static boolean verifies(String digits) {
        try (MyNumberCard card = MyNumberCard.in(ReaderSlot.FIRST.readerName());
                Pin pin = Pin.fourDigits(digits.toCharArray())) {
            return card.profile().verify(pin, LastTry.KEEP) instanceof PinCheck.Accepted;
        }
    }
}
