package org.openmyna.card.issuer.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AesCmacTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] MESSAGE =
            HEX.parseHex(
                    "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
                            + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710");

    @ParameterizedTest
    @CsvSource({
        "0, bb1d6929e95937287fa37d129b756746",
        "16, 070a16b46b4d4144f79bdd9dd04a287c",
        "40, dfa66747de9ae63030ca32611497c827",
        "64, 51f0bebf7e3b9d92fc49741779363cfe"
    })
    void the_vectors_of_rfc_4493_come_out(int length, String mac) {
        var cmac = new AesCmac(HEX.parseHex("2b7e151628aed2a6abf7158809cf4f3c"));
        assertThat(HEX.formatHex(cmac.of(Arrays.copyOf(MESSAGE, length)))).isEqualTo(mac);
    }

    /** NIST SP 800-38B, examples for AES-256. */
    @ParameterizedTest
    @CsvSource({
        "0, 028962f61b7bf89efc6b551f4667d983",
        "16, 28a7023f452e8f82bd4bf28d8c37c35c",
        "40, aaf3d8f1de5640c232f5b169b9c911e6",
        "64, e1992190549f6ed5696a2c056c315410"
    })
    void the_vectors_of_nist_for_long_keys_come_out(int length, String mac) {
        var cmac =
                new AesCmac(
                        HEX.parseHex(
                                "603deb1015ca71be2b73aef0857d7781"
                                        + "1f352c073b6108d72d9810a30914dff4"));
        assertThat(HEX.formatHex(cmac.of(Arrays.copyOf(MESSAGE, length)))).isEqualTo(mac);
    }

    @Test
    void each_card_and_each_purpose_has_a_key_of_its_own() {
        byte[] master = new byte[32];
        byte[] one = CardKeys.derive(master, new byte[] {'1'}).putKeyData(1);
        byte[] other = CardKeys.derive(master, new byte[] {'2'}).putKeyData(1);
        assertThat(one).hasSize(67).startsWith(0x01, 0x88, 0x10);
        byte[][] keys = {
            Arrays.copyOfRange(one, 3, 19),
            Arrays.copyOfRange(one, 25, 41),
            Arrays.copyOfRange(one, 47, 63),
            Arrays.copyOfRange(other, 3, 19),
            Arrays.copyOfRange(other, 25, 41),
            Arrays.copyOfRange(other, 47, 63)
        };
        assertThat(Arrays.stream(keys).map(HEX::formatHex)).doesNotHaveDuplicates();
        byte[] input =
                HEX.parseHex(
                        "01"
                                + HEX.formatHex(
                                        "OpenMyna SCP03 MAC".getBytes(StandardCharsets.US_ASCII))
                                + "0031"
                                + "0080");
        assertThat(keys[1]).as("SP 800-108, by hand").isEqualTo(new AesCmac(master).of(input));
    }

    @Test
    void wiped_keys_are_gone() {
        CardKeys keys = CardKeys.derive(new byte[32], new byte[] {'1'});
        keys.close();
        assertThat(Arrays.copyOfRange(keys.putKeyData(1), 3, 19)).containsOnly(0);
        assertThat(keys).hasToString("CardKeys[hidden]");
    }
}
