package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.card.applets.IssuerCard.CARD_NUMBER;
import static org.openmyna.card.applets.IssuerCard.CERTIFICATE;
import static org.openmyna.card.applets.TestCard.SELECT_ISD;
import static org.openmyna.card.applets.TestCard.SELECT_JPKI;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** SCP03 on both runtimes, against a host that knows the specification and not the applet. */
class SecureChannelTest {

    private static final int FULL = 0x33;

    static Stream<Arguments> machinesAndLevels() {
        return Stream.of(Machine.values())
                .flatMap(machine ->
                        Stream.of(0x01, 0x03, 0x11, 0x13, 0x33)
                                .map(level -> Arguments.of(machine, level)));
    }

    @ParameterizedTest
    @MethodSource("machinesAndLevels")
    void a_session_carries_many_commands_at_every_level(Machine machine, int level) {
        TestCard card = IssuerCard.inUse(machine);
        Scp03Host host = Scp03Host.open(card, level);
        for (int n = 0; n < 300; n++) {
            assertThat(host.send(card, "CA0045", "", "00")).isEqualTo(CARD_NUMBER + "9000");
        }
        assertThat(host.send(card, "CA00F8", "", "0000")).isEqualTo(CERTIFICATE + "9000");
        assertThat(host.send(card, "CA00F8", "", "00")).isEqualTo("6700");
        assertThat(host.send(card, "CA0042", "", "00")).isEqualTo("6A88");
        assertThat(host.send(card, "CA0045", "AA", "00")).isEqualTo("6700");
        assertThat(host.send(card, "CA0045", "", "")).isEqualTo("6700");
        assertThat(host.send(card, "CB0045", "AA".repeat(200), "00")).isEqualTo("6D00");
        assertThat(host.send(card, "CA0045", "", "0000")).isEqualTo(CARD_NUMBER + "9000");
    }

    @ParameterizedTest
    @MethodSource("machinesAndLevels")
    void issuer_commands_need_encryption(Machine machine, int level) {
        TestCard card = IssuerCard.inUse(machine);
        Scp03Host host = Scp03Host.open(card, level);
        boolean encrypted = (level & Scp03Host.C_DECRYPTION) != 0;
        String jpki = IssuerCard.named("D392F000260100000001");
        assertThat(host.send(card, "E62000", jpki, "00")).isEqualTo(encrypted ? "9000" : "6982");
        assertThat(host.send(card, "EE0000", "", "00")).isEqualTo(encrypted ? "9000" : "6982");
        if (!encrypted) {
            for (String command : List.of("E20000", "470000", "2A0000", "EE0100", "F0807F")) {
                assertThat(host.send(card, command, "000A0000", "0000"))
                        .as(command)
                        .isEqualTo("6982");
            }
        }
        assertThat(host.send(card, "CA0045", "", "00")).as("still open").endsWith("9000");
    }

    @ParameterizedTest
    @EnumSource
    void initialize_update_is_as_the_readme_says(Machine machine) {
        TestCard card = IssuerCard.inUse(machine);
        Trace.replay(
                card,
                """
                80 50 00 00 08 01 02 03 04 05 06 07 08 00 → F4 66 2A 95 CD 58 BD 09 22 52 01 03 60 … 9000
                80 50 01 00 08 01 02 03 04 05 06 07 08 1D → … 9000
                80 50 02 00 08 01 02 03 04 05 06 07 08 00 → 6A88
                80 50 00 01 08 01 02 03 04 05 06 07 08 00 → 6A86
                80 50 00 00 07 01 02 03 04 05 06 07 00    → 6700
                80 50 00 00 09 01 02 03 04 05 06 07 08 09 00 → 6700
                80 50 00 00 08 01 02 03 04 05 06 07 08 1C → 6700
                80 50 00 00 08 01 02 03 04 05 06 07 08    → 6700
                80 50 00 00 00                            → 6700
                00 50 00 00 08 01 02 03 04 05 06 07 08 00 → 6D00
                """);
        String first = card.send("8050000008" + "0102030405060708" + "00");
        String second = card.send("8050000008" + "0102030405060708" + "00");
        assertThat(first).hasSize(62).isNotEqualTo(second);
    }

    @ParameterizedTest
    @EnumSource
    void external_authenticate_comes_once_after_initialize_update(Machine machine) {
        TestCard card = IssuerCard.inUse(machine);
        var host = new Scp03Host(Scp03Host.ENC, Scp03Host.MAC);
        host.initialize(card);
        String right = host.externalAuthenticate(FULL);
        card.send(SELECT_ISD);
        assertThat(card.send(right)).as("after SELECT").isEqualTo("6985");

        host.initialize(card);
        String second = host.externalAuthenticate(FULL);
        assertThat(card.send(second)).isEqualTo("9000");
        assertThat(card.send(second)).as("twice").isEqualTo("6985");
        assertThat(host.send(card, "CA0045", "", "00")).as("and it is over").isEqualTo("6982");

        for (String level : List.of("00", "02", "10", "30", "31", "23", "FF")) {
            host.initialize(card);
            String command = host.externalAuthenticate(FULL).replaceFirst("848233", "8482" + level);
            assertThat(card.send(command)).as(level).isEqualTo("6A86");
            assertThat(card.send(host.externalAuthenticate(FULL))).as(level).isEqualTo("6985");
        }
        host.initialize(card);
        assertThat(card.send("8482330110" + "00".repeat(16))).isEqualTo("6A86");
        host.initialize(card);
        assertThat(card.send("8482330008" + "00".repeat(8))).isEqualTo("6700");
    }

    @ParameterizedTest
    @EnumSource
    void a_wrong_bit_anywhere_in_external_authenticate_is_refused(Machine machine) {
        TestCard card = IssuerCard.inUse(machine);
        for (int bit : List.of(0, 63, 64, 70, 127)) {
            var host = new Scp03Host(Scp03Host.ENC, Scp03Host.MAC);
            host.initialize(card);
            byte[] command = TestCard.bytes(host.externalAuthenticate(FULL));
            command[5 + bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(Scp03Host.hex(card.transmit(command))).as("bit %d", bit).isEqualTo("6300");
            assertThat(host.send(card, "CA0045", "", "00")).isEqualTo("6982");
            Scp03Host.open(card, FULL);
        }
        // The level is covered by the MAC: nobody between them can lower it.
        var host = new Scp03Host(Scp03Host.ENC, Scp03Host.MAC);
        host.initialize(card);
        String lowered = host.externalAuthenticate(FULL).replaceFirst("848233", "848203");
        assertThat(card.send(lowered)).isEqualTo("6300");
    }

    @ParameterizedTest
    @EnumSource
    void other_keys_do_not_open_the_channel(Machine machine) {
        TestCard card = IssuerCard.inUse(machine);
        var right = new Scp03Host(Scp03Host.ENC, Scp03Host.MAC);
        right.initialize(card);
        // The cryptograms come of Key-MAC alone: a wrong Key-ENC is seen at the first command with
        // data, by its padding. One time in 256 what it decrypts to is padded well by chance, and
        // the command is refused as nonsense instead, in an open session: hence several sessions.
        var answers = new HashSet<String>();
        for (int session = 0; session < 6; session++) {
            var host = new Scp03Host(Scp03Host.DEK, Scp03Host.MAC);
            host.authenticate(card, 0x03);
            assertThat(host.send(card, "EE0000", "", "")).isEqualTo("9000");
            String answer = host.send(card, "E62000", IssuerCard.named("D392F000260100000001"), "");
            answers.add(answer);
            if (answer.equals("6982"))
                assertThat(host.send(card, "EE0000", "", ""))
                        .as("and ends the session")
                        .isEqualTo("6982");
        }
        assertThat(answers).contains("6982").doesNotContain("9000");
    }

    @ParameterizedTest
    @MethodSource("machinesAndLevels")
    void a_wrong_bit_anywhere_in_a_command_ends_the_session(Machine machine, int level) {
        TestCard card = IssuerCard.inUse(machine);
        // The class and the length of the data are read before any MAC; the last byte is Le.
        for (int n : List.of(1, 2, 3, 5, 6, 12, 20, 21, 25, 27, 28)) {
            Scp03Host host = Scp03Host.open(card, level);
            String data = IssuerCard.named("D392F000260100000001");
            byte[] command = TestCard.bytes(host.wrap("E62000", data, "00"));
            command[n] ^= 0x10;
            assertThat(Scp03Host.hex(card.transmit(command))).as("byte %d", n).isEqualTo("6982");
            assertThat(host.send(card, "CA0045", "", "00")).as("byte %d", n).isEqualTo("6982");
        }
        Scp03Host.open(card, level);
    }

    @ParameterizedTest
    @EnumSource
    void replayed_reordered_shortened_and_bare_commands_end_the_session(Machine machine) {
        TestCard card = IssuerCard.inUse(machine);
        Scp03Host host = Scp03Host.open(card, FULL);
        String first = host.wrap("CA0045", "", "00");
        assertThat(host.open(card.transmit(TestCard.bytes(first)))).endsWith("9000");
        ends(card, host, first);

        host = Scp03Host.open(card, FULL);
        host.wrap("CA0045", "", "00");
        ends(card, host, host.wrap("CA0045", "", "00"));

        host = Scp03Host.open(card, FULL);
        ends(card, host, first);

        host = Scp03Host.open(card, FULL);
        ends(card, host, "84CA004507" + host.wrap("CA0045", "", "").substring(12));
        host = Scp03Host.open(card, FULL);
        ends(card, host, "84CA004500");
        host = Scp03Host.open(card, FULL);
        ends(card, host, "84CA0045");

        for (String bare :
                List.of(
                        "00CA004500",
                        "80CA004500",
                        "80F0800F",
                        "80F0807F",
                        "80EE0100",
                        "80D80081",
                        "80E2000000",
                        "0084000008",
                        "80FF0000")) {
            host = Scp03Host.open(card, FULL);
            ends(card, host, bare);
        }
        assertThat(card.send("00CA004500")).as("free outside").isEqualTo(CARD_NUMBER + "9000");
    }

    private static void ends(TestCard card, Scp03Host host, String command) {
        assertThat(card.send(command)).as(command).isEqualTo("6982");
        assertThat(host.send(card, "CA0045", "", "00")).as("after " + command).isEqualTo("6982");
    }

    @ParameterizedTest
    @EnumSource
    void selection_reset_and_a_new_beginning_end_the_session(Machine machine) {
        TestCard card = IssuerCard.inUse(machine);
        Scp03Host host = Scp03Host.open(card, FULL);
        card.send(SELECT_ISD);
        assertThat(host.send(card, "CA0045", "", "00")).isEqualTo("6982");

        host = Scp03Host.open(card, FULL);
        card.send(SELECT_JPKI);
        assertThat(host.send(card, "CA0045", "", "00")).as("not of JPKI").isEqualTo("6E00");
        card.send(SELECT_ISD);
        assertThat(host.send(card, "CA0045", "", "00")).isEqualTo("6982");

        host = Scp03Host.open(card, FULL);
        card.reset();
        assertThat(host.send(card, "CA0045", "", "00")).isEqualTo("6982");

        host = Scp03Host.open(card, FULL);
        new Scp03Host(Scp03Host.ENC, Scp03Host.MAC).initialize(card);
        assertThat(host.send(card, "CA0045", "", "00")).isEqualTo("6982");

        host = Scp03Host.open(card, FULL);
        assertThat(card.send("80500000")).isEqualTo("6700");
        assertThat(host.send(card, "CA0045", "", "00")).isEqualTo("6982");
    }

    @ParameterizedTest
    @EnumSource
    void what_selects_nothing_leaves_the_session(Machine machine) {
        TestCard card = IssuerCard.inUse(machine);
        Scp03Host host = Scp03Host.open(card, FULL);
        assertThat(card.send("00A4040C07D3929999999999")).isEqualTo("6A82");
        assertThat(card.send("00A4020C020001")).isEqualTo("6A82");
        assertThat(host.send(card, "CA0045", "", "00")).isEqualTo(CARD_NUMBER + "9000");
    }

    @ParameterizedTest
    @EnumSource
    void a_command_longer_than_the_buffer_ends_the_session(Machine machine) {
        TestCard card = IssuerCard.inUse(machine);
        Scp03Host host = Scp03Host.open(card, FULL);
        assertThat(host.send(card, "E20000", "00".repeat(1007), "0000")).isEqualTo("6985");
        assertThat(host.send(card, "E20000", "00".repeat(1008), "0000")).isEqualTo("6700");
        assertThat(host.send(card, "CA0045", "", "00")).isEqualTo("6982");
    }

    @ParameterizedTest
    @EnumSource
    void right_macs_over_wrong_padding_end_the_session(Machine machine) {
        TestCard card = IssuerCard.inUse(machine);
        for (String body : List.of("11", "11".repeat(15), "11".repeat(17))) {
            mustEnd(card, Scp03Host.open(card, 0x33), body);
        }
        for (String plain : List.of("22".repeat(16), "00".repeat(16), "22".repeat(15) + "81")) {
            Scp03Host host = Scp03Host.open(card, 0x33);
            mustEnd(card, host, host.unpadded(plain));
        }
    }

    private static void mustEnd(TestCard card, Scp03Host host, String body) {
        assertThat(card.send(host.wrapRaw("E20000", body))).as(body).isEqualTo("6982");
        assertThat(host.send(card, "CA0045", "", "00")).isEqualTo("6982");
    }

    @Test
    void a_session_leaves_no_key_in_the_memory_that_stays() {
        OwnCard card = (OwnCard) IssuerCard.inUse(Machine.OURS);
        Scp03Host host = Scp03Host.open(card, FULL);
        for (byte[] key : host.sessionKeys()) {
            assertThat(Scp03Host.hex(card.image())).doesNotContain(Scp03Host.hex(key));
        }
        assertThat(Scp03Host.hex(card.image())).contains(Scp03Host.hex(Scp03Host.MAC));
    }
}
