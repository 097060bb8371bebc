package org.openmyna.card.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CommandApduTest {
    @ParameterizedTest
    @CsvSource({
        "00200080, 0, 0",
        "00CADF3005, 0, 5",
        "00B0000000, 0, 256",
        "00A40204020018, 2, 0",
        "00A4020402001800, 2, 256",
        "00B00000000000, 0, 65536",
        "00B00000000100, 0, 256",
        "80AE0000000002AABB, 2, 0",
        "80AE0000000002AABB0000, 2, 65536",
    })
    void each_case_of_iso_7816_is_known_by_its_length(String hex, int data, int expected) {
        var command = CommandApdu.parseHex(hex);
        assertThat(command.data()).hasSize(data);
        assertThat(command.expected()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("seededCommands")
    void a_command_written_reads_back_equal(CommandApdu command) {
        assertThat(CommandApdu.parse(command.bytes())).isEqualTo(command);
    }

    static Stream<CommandApdu> seededCommands() {
        var chance = new Random(20261123);
        int[] expected = {0, 1, 255, 256, 257, 65_535, 65_536};
        return IntStream.range(0, 500)
                .mapToObj(n -> {
                    byte[] data = new byte[n % 7 == 0 ? 65_535 : chance.nextInt(600)];
                    chance.nextBytes(data);
                    return new CommandApdu(
                            chance.nextInt(256),
                            chance.nextInt(256),
                            chance.nextInt(256),
                            chance.nextInt(256),
                            data,
                            expected[chance.nextInt(expected.length)]);
                });
    }

    @Test
    void any_bytes_become_a_command_or_a_named_refusal() {
        var chance = new Random(7816);
        for (int round = 0; round < 50_000; round++) {
            byte[] bytes = new byte[chance.nextInt(20)];
            chance.nextBytes(bytes);
            if (bytes.length > 4 && chance.nextBoolean()) bytes[4] = 0;
            try {
                CommandApdu.parse(bytes);
            } catch (ApduMalformed named) {
                assertThat(named.errorCode().code()).isEqualTo("MYNA-CRD-001");
            }
        }
    }

    @Test
    void its_text_form_shows_no_data() {
        assertThat(CommandApdu.parseHex("00200080 04 31323334"))
                .hasToString("00 20 00 80 Nc=4 Ne=0");
    }

    @Test
    void words_that_are_no_hexadecimal_are_refused() {
        assertThatThrownBy(() -> CommandApdu.parseHex("SELECT"))
                .isInstanceOf(ApduMalformed.class)
                .hasMessageContaining("hexadecimal");
    }
}
