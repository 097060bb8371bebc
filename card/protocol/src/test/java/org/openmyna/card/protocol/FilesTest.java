package org.openmyna.card.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest {
    private static final TokenInfo TEST_CARD =
            new TokenInfo("JPKIAPICCTOKEN2", "0".repeat(31) + "1", "E16R01NJ", "0000000020500003");

    @Test
    void token_information_has_the_160_bytes_of_the_test_card() {
        byte[] file = TEST_CARD.encode();
        assertThat(file).hasSize(160);
        assertThat(new String(file, 0, 96, StandardCharsets.US_ASCII))
                .isEqualTo(
                        "JPKIAPICCTOKEN2                 "
                                + "00000000000000000000000000000001E16R01NJ        0000000020500003");
        assertThat(HexFormat.of().formatHex(file, 96, 140))
                .isEqualTo(
                        "0000040d00000001000000000000000100000000"
                                + "0000001000000006"
                                + "ff".repeat(16));
        assertThat(new String(file, 140, 20, StandardCharsets.US_ASCII))
                .isEqualTo("03019999999999999999");
    }

    @Test
    void token_information_reads_back() {
        assertThat(TokenInfo.decode(TEST_CARD.encode())).isEqualTo(TEST_CARD);
        assertThat(TokenInfo.decode(Arrays.copyOf(TEST_CARD.encode(), 96))).isEqualTo(TEST_CARD);
    }

    @Test
    void token_information_that_is_short_or_binary_is_named() {
        assertThatThrownBy(() -> TokenInfo.decode(new byte[95]))
                .isInstanceOf(CardFileMalformed.class);
        assertThatThrownBy(() -> TokenInfo.decode(new byte[160]))
                .isInstanceOf(CardFileMalformed.class)
                .hasMessageContaining("MYNA-CRD-003");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9000,-1", "63C3,3", "63C0,0", "6300,-1", "6984,-1"})
    void tries_left_are_read_from_63cx_only(String row) {
        String[] cells = row.split(",");
        var status = new StatusWord(Integer.parseInt(cells[0], 16));
        assertThat(status.triesLeft().orElse(-1)).isEqualTo(Integer.parseInt(cells[1]));
        assertThat(status).hasToString(cells[0]);
    }

    @Test
    void an_answer_is_data_and_status_word() {
        ResponseApdu answer = ResponseApdu.parse(HexFormat.of().parseHex("30829000"));
        assertThat(answer.data()).containsExactly(0x30, 0x82);
        assertThat(answer.isOk()).isTrue();
        assertThatThrownBy(() -> ResponseApdu.parse(new byte[1])).isInstanceOf(ApduMalformed.class);
        assertThatThrownBy(() -> ResponseApdu.parse(new byte[2])).isInstanceOf(ApduMalformed.class);
    }

    @Test
    void a_digest_info_is_header_and_digest() throws Exception {
        byte[] message = "試験".getBytes(StandardCharsets.UTF_8);
        byte[] info = DigestInfo.SHA256.ofMessage(message);
        assertThat(info).hasSize(51).startsWith(0x30, 0x31, 0x30, 0x0D);
        assertThat(Arrays.copyOfRange(info, 19, 51))
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(message));
        assertThatThrownBy(() -> DigestInfo.SHA1.ofDigest(new byte[32]))
                .isInstanceOf(ApduMalformed.class);
    }

    @Test
    void short_identifiers_are_the_low_five_bits() {
        assertThat(JpkiFile.USER_AUTHENTICATION_PIN.shortId()).isEqualTo(0x18);
        assertThat(JpkiFile.SIGNATURE_KEY.shortId()).isEqualTo(0x1A);
    }
}
