package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.card.applets.TestCard.PASSWORD;
import static org.openmyna.card.applets.TestCard.PIN;
import static org.openmyna.card.applets.TestCard.SELECT_ISD;
import static org.openmyna.card.applets.TestCard.SELECT_JPKI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule of the command table in the README, with the status words of the reference. */
class CommandRulesTest {

    @ParameterizedTest
    @EnumSource
    void an_application_answers_with_its_name_when_asked(Machine machine) {
        Trace.replay(
                machine.personalised(),
                """
                00 A4 04 0C 0A D3 92 F0 00 26 01 00 00 00 01       → 9000
                00 A4 04 0C 0A D3 92 F0 00 26 01 00 00 00 01 00    → 9000
                00 A4 04 00 0A D3 92 F0 00 26 01 00 00 00 01 00    → 6F 0C 84 0A D3 92 F0 00 26 01 00 00 00 01 9000
                00 A4 04 00 0A D3 92 F0 00 26 01 00 00 00 01 03    → 6F 0C 84 9000
                00 A4 04 00 0A D3 92 F0 00 26 01 00 00 00 01       → 9000
                00 A4 04 00 07 A0 00 00 01 51 00 00 00             → 6F 09 84 07 A0 00 00 01 51 00 00 9000
                """);
    }

    @ParameterizedTest
    @EnumSource
    void files_are_selected_by_id_and_only_those_that_exist(Machine machine) {
        Trace.replay(
                machine.personalised(),
                """
                00 B0 00 00 00              → 6986
                00 20 00 80                 → 6986
                80 2A 00 80 01 00 00        → 6986
                00 A4 02 0C 02 00 05        → 6A82
                00 A4 02 0C 02 00 16        → 6A82
                00 A4 02 0C 02 3F 00        → 6A82
                00 B0 00 00 00              → 6986
                00 A4 02 00 02 00 06        → 6A86
                00 A4 02 0C 01 06           → 6700
                00 A4 02 0C 03 00 06 00     → 6700
                00 A4 02 0C                 → 6700
                00 A4 03 0C 02 00 06        → 6A86
                00 A4 08 0C 02 00 06        → 6A86
                00 A4 00 0C 02 00 1E        → 6A82
                00 A4 00 04                 → 6A86
                00 A4 02 0C 02 00 08        → 9000
                00 A4 02 0C 02 00 07        → 6A82
                00 B0 00 00 00              → 8F 8F 00 9000
                00 A4 00 00                 → 9000
                00 B0 00 00 00              → 8F 8F 00 9000
                """);
    }

    @ParameterizedTest
    @EnumSource
    void read_binary_gives_what_there_is(Machine machine) {
        Trace.replay(
                machine.personalised(),
                """
                00 B0 88 00 00              → 8F 8F 00 9000
                00 B0 00 00 03              → 8F 8F 00 9000
                00 B0 00 00 02              → 8F 8F 9000
                00 B0 00 01 FF              → 8F 00 9000
                00 B0 00 02 00              → 00 9000
                00 B0 00 03 00              → 6B00
                00 B0 7F FF 00              → 6B00
                00 B0 00 00 00 00 00        → 8F 8F 00 9000
                00 B0 00 00 00 FF FF        → 8F 8F 00 9000
                00 B0 00 00 00 00 02        → 8F 8F 9000
                00 B0 80 01 00              → 8F 00 9000
                00 B0 88 01 01              → 8F 9000
                00 B0 88 FF 01              → 6B00
                00 B0 00 00                 → 6700
                00 B0 00 00 01 00           → 6700
                00 B0 00 00 01 00 00        → 6700
                00 B0 85 00 00              → 6A82
                00 B0 A8 00 00              → 6A86
                00 B0 C8 00 00              → 6A86
                00 B0 98 00 00              → 6981
                00 B0 00 00 00              → 6981
                00 B0 97 00 00              → 6981
                00 B0 81 00 04              → 6982
                00 B0 81 FF 04              → 6982
                00 B0 81 00                 → 6982
                00 B0 82 00 04              → 30 82 04 48 9000
                00 B0 04 4C 04              → FF FF FF FF 9000
                00 B0 07 FF 04              → FF 9000
                00 B0 08 00 04              → 6B00
                """);
        assertThat(machine.personalised().send("00B082000000" + "00")).hasSize(2 * (2048 + 2));
    }

    @ParameterizedTest
    @EnumSource
    void the_token_information_is_that_of_the_reference(Machine machine) {
        String whole =
                """
                4A504B494150494343544F4B454E3220 20202020202020202020202020202020
                30303030303030303030303030303030 30303030303030303030303030303031
                4531365230314E4A2020202020202020 30303030303030303230353030303033
                0000040D 00000001 00000000 00000001 00000000 00000010 00000006
                FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF 3033 3031
                39393939393939393939393939393939 9000
                """;
        assertThat(machine.personalised().send("00B0860000"))
                .isEqualTo(whole.replaceAll("\\s", ""));
    }

    @ParameterizedTest
    @EnumSource
    void the_signature_certificate_is_read_after_its_password_alone(Machine machine) {
        Trace.replay(
                machine.personalised(),
                """
                00 20 00 98 04 31 32 33 34         → 9000
                00 B0 81 00 04                     → 6982
                00 20 00 9B 06 41 42 43 31 32 33   → 9000
                00 B0 81 00 04                     → 30 82 07 05 9000
                00 20 00 9B 06 41 42 43 31 32 34   → 63 C4
                00 B0 81 00 04                     → 6982
                """);
    }

    @ParameterizedTest
    @EnumSource
    void verify_counts_down_to_the_lock_and_an_empty_verify_never_does(Machine machine) {
        Trace.replay(
                machine.personalised(),
                """
                00 20 00 98                                                       → 63 C3
                00 20 00 98                                                       → 63 C3
                00 20 00 98 00                                                    → 6700
                00 20 00 98 00 00 00                                              → 6700
                00 20 00 98 11 31 32 33 34 35 36 37 38 39 30 31 32 33 34 35 36 37 → 6700
                00 20 00 98                                                       → 63 C3
                00 20 00 98 04 31 32 33 35                                        → 63 C2
                00 20 00 98 04 31 32 33 34                                        → 9000
                00 20 00 98                                                       → 63 C3
                00 20 00 98 03 31 32 33                                           → 63 C2
                00 20 00 98 05 31 32 33 34 00                                     → 63 C1
                00 20 00 98 10 31 32 33 34 00 00 00 00 00 00 00 00 00 00 00 00    → 63 C0
                00 20 00 98                                                       → 63 C0
                00 20 00 98 04 31 32 33 34                                        → 6984
                00 20 00 98 11 31 32 33 34 35 36 37 38 39 30 31 32 33 34 35 36 37 → 6700
                00 20 00 98                                                       → 63 C0
                00 24 01 98 04 31 32 33 34                                        → 6982
                00 20 00 9B                                                       → 63 C5
                00 A4 04 0C 0A D3 92 F0 00 26 01 00 00 00 01                      → 9000
                00 20 00 98 04 31 32 33 34                                        → 6984
                """);
    }

    @ParameterizedTest
    @EnumSource
    void verify_wants_p1_zero_and_a_pin(Machine machine) {
        Trace.replay(
                machine.personalised(),
                """
                00 20 01 98            → 6A86
                00 20 00 18            → 6A86
                00 20 00 00            → 6A86
                00 20 00 B8            → 6A86
                00 20 00 96            → 6A82
                00 20 00 97            → 6981
                00 20 00 80            → 6981
                00 20 00 86            → 6981
                00 20 00 98            → 63 C3
                00 20 00 80            → 63 C3
                """);
    }

    @ParameterizedTest
    @EnumSource
    void selection_and_reset_end_a_verification_and_signing_does_not(Machine machine) {
        TestCard card = machine.personalisedWithKeys();
        String sign = "80 2A 00 97 01 00 00";
        Trace.replay(card, "00 20 00 98 04 31 32 33 34 → 9000");
        assertThat(card.send(sign)).endsWith("9000");
        assertThat(card.send(sign)).endsWith("9000");
        Trace.replay(card, "80 2A 00 9A 01 00 00 → 6982");
        Personalisation.accepted(card, SELECT_JPKI);
        assertThat(card.send(sign)).isEqualTo("6982");
        Personalisation.accepted(card, "0020009804" + PIN, SELECT_ISD, SELECT_JPKI);
        assertThat(card.send(sign)).isEqualTo("6982");
        Personalisation.accepted(card, "0020009804" + PIN);
        card.reset();
        assertThat(card.send(sign)).isEqualTo("6D00");
        Personalisation.accepted(card, SELECT_JPKI);
        assertThat(card.send(sign)).isEqualTo("6982");
    }

    @ParameterizedTest
    @EnumSource
    void an_unknown_name_changes_nothing(Machine machine) {
        Trace.replay(
                machine.personalisedWithKeys(),
                """
                00 20 00 98 04 31 32 33 34                        → 9000
                00 A4 04 0C 0A D3 92 10 00 31 00 01 01 04 09      → 6A82
                80 2A 00 97 01 00 00                              → … 9000
                """);
    }

    @ParameterizedTest
    @EnumSource
    void signing_checks_parameters_then_key_then_pin_then_length(Machine machine) {
        Trace.replay(
                machine.personalisedWithKeys(),
                """
                80 2A 06 97 01 00 00     → 6A86
                80 2A FF 97 01 00 00     → 6A86
                80 2A 00 17 01 00 00     → 6A86
                80 2A 00 00 01 00 00     → 6986
                80 2A 00 96 01 00 00     → 6A82
                80 2A 00 98 01 00 00     → 6981
                80 2A 00 81 01 00 00     → 6981
                80 2A 00 97              → 6982
                80 2A 00 97 01 00 00     → 6982
                00 20 00 98 04 31 32 33 34 → 9000
                80 2A 00 97              → 6700
                80 2A 00 97 00           → 6700
                80 2A 00 97 01 00        → 6700
                80 2A 00 97 01 00 FF     → 6700
                80 2A 02 97 01 00 00     → 6700
                80 2A 04 97 01 00 00     → 6700
                80 2A 00 97 01 00 00     → … 9000
                """);
        TestCard card = machine.personalisedWithKeys();
        Personalisation.accepted(card, "0020009804" + PIN);
        assertThat(card.send("802A0097F5" + "AB".repeat(245) + "00")).hasSize(2 * 258);
        assertThat(card.send("802A0097F6" + "AB".repeat(246) + "00")).isEqualTo("6700");
        assertThat(card.send("802A009700012C" + "AB".repeat(300) + "0000")).isEqualTo("6700");
        assertThat(card.send("802A0097000001" + "AB" + "0100")).hasSize(2 * 258);
        assertThat(card.send("802A0097000001" + "AB" + "00FF")).isEqualTo("6700");
    }

    @ParameterizedTest
    @EnumSource
    void a_pin_is_changed_after_verify_and_must_be_of_its_kind(Machine machine) {
        Trace.replay(
                machine.personalised(),
                """
                00 24 01 98 04 39 39 39 39             → 6982
                00 24 01 98 01 39                      → 6982
                00 24 01 98                            → 6982
                00 20 00 98 04 31 32 33 35             → 63 C2
                00 20 00 98 04 31 32 33 34             → 9000
                00 24 00 98 04 39 39 39 39             → 6A86
                00 24 01 18 04 39 39 39 39             → 6A86
                00 24 01 97 04 39 39 39 39             → 6981
                00 24 01 9B 06 41 42 43 31 32 33       → 6982
                00 24 01 98                            → 6700
                00 24 01 98 03 39 39 39                → 6700
                00 24 01 98 05 39 39 39 39 39          → 6700
                00 24 01 98 04 39 39 39 41             → 6A80
                00 24 01 98 04 39 39 39 39             → 9000
                00 24 01 98 04 31 32 33 34             → 6982
                00 20 00 98 04 31 32 33 34             → 63 C2
                00 20 00 98 04 39 39 39 39             → 9000
                00 20 00 9B 06 41 42 43 31 32 33       → 9000
                00 24 01 80 05 41 42 43 31 32          → 6700
                00 24 01 80 06 41 42 43 44 45 46       → 6A80
                00 24 01 80 06 31 32 33 34 35 36       → 6A80
                00 24 01 80 06 61 42 43 31 32 33       → 6A80
                00 24 01 80 06 40 42 43 31 32 33       → 6A80
                00 24 01 80 10 41 42 43 31 32 33 41 42 43 31 32 33 41 42 43 5A    → 9000
                00 20 00 9B 06 41 42 43 31 32 33       → 63 C4
                00 20 00 9B 10 41 42 43 31 32 33 41 42 43 31 32 33 41 42 43 5A    → 9000
                """);
    }

    @ParameterizedTest
    @EnumSource
    void a_challenge_has_1_to_256_bytes(Machine machine) {
        TestCard card = machine.personalised();
        assertThat(card.send("0084000001")).hasSize(2 * 3).endsWith("9000");
        assertThat(card.send("0084000000")).hasSize(2 * 258).isNotEqualTo(card.send("0084000000"));
        assertThat(card.send("00840000000100")).hasSize(2 * 258);
        Trace.replay(
                card,
                """
                00 84 00 00 00 01 01     → 6985
                00 84 00 00 00 00 00     → 6985
                00 84 00 00              → 6700
                00 84 00 00 01 00 08     → 6700
                00 84 01 00 08           → 6A86
                00 84 00 01 08           → 6A86
                """);
    }

    @ParameterizedTest
    @EnumSource
    void classes_and_instructions_that_the_application_does_not_know(Machine machine) {
        Trace.replay(
                machine.personalised(),
                """
                01 20 00 98                → 6881
                03 A4 00 00                → 6881
                08 20 00 98                → 6882
                04 B0 88 00 00             → 6882
                0C 20 00 98                → 6987
                10 20 00 98                → 6E00
                90 2A 00 97 01 00 00       → 6E00
                A0 20 00 98                → 6E00
                00 2A 00 97 01 00 00       → 6D00
                80 20 00 98                → 6D00
                80 B0 88 00 00             → 6D00
                00 CA 00 66 00             → 6D00
                00 C0 00 00 00             → 6D00
                00 B2 01 0C 00             → 6981
                00 2C 00 98                → 6D00
                00 88 00 99 01 00 00       → 6985
                80 AE 00 00 01 00          → 6982
                80 FC 00 00                → 6700
                80 F0 80 0F                → 6D00
                00 20                      → 6700
                00 20 00 98 04 31          → 6700
                """);
    }

    @ParameterizedTest
    @EnumSource
    void a_blank_card_takes_files_keys_and_pins(Machine machine) {
        TestCard card = machine.blank();
        Personalisation.accepted(card, SELECT_JPKI);
        Trace.replay(
                card,
                """
                00 D6 00 00 01 AA              → 6986
                00 D6 98 00 01 AA              → 6981
                00 D6 88 00                    → 6700
                00 D6 88 03 01 AA              → 6B00
                00 D6 88 01 03 AA AA AA        → 6700
                00 B0 88 00 00                 → 8F 8F 00 9000
                00 D6 88 01 02 BB CC           → 9000
                00 D6 00 00 01 AA              → 9000
                00 B0 88 00 00                 → AA BB CC 9000
                00 47 00 00 00 00 00           → 6981
                00 A4 02 0C 02 00 17           → 9000
                00 47 01 00 00 00 00           → 6A88
                00 47 02 00 00 00 00           → 6A86
                00 47 00 01 00 00 00           → 6A86
                00 47 00 00 00                 → 6700
                00 47 00 00                    → 6700
                00 47 00 00 00 01 0D           → 6700
                00 20 00 98                    → 63 C0
                00 20 00 98 04 00 00 00 00     → 6984
                00 20 00 98 10 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 → 6984
                00 24 01 98 04 31 32 33 34     → 9000
                00 20 00 98                    → 63 C3
                00 20 00 98 04 31 32 33 34     → 9000
                80 2A 00 97 01 00 00           → 6985
                80 2A 00 97 01 00              → 6985
                80 2A 00 97                    → 6985
                00 20 00 98 04 00 00 00 00     → 63 C2
                00 20 00 98 04 00 00 00 00     → 63 C1
                00 20 00 98 04 00 00 00 00     → 63 C0
                00 24 01 98 04 31 32 33 34     → 9000
                00 20 00 98                    → 63 C3
                """);
        String whole = "5A".repeat(3072);
        assertThat(card.send("00D68100" + "000C00" + whole)).isEqualTo("9000");
        assertThat(card.send("00D60001" + "000C00" + whole)).isEqualTo("6700");
        Personalisation.accepted(card, "0024019B06" + PASSWORD, "0020009B06" + PASSWORD);
        assertThat(card.send("00B08100" + "000000")).isEqualTo(whole + "9000");
    }

    @ParameterizedTest
    @EnumSource
    void the_public_key_is_read_again_until_personalisation_ends(Machine machine) {
        TestCard card = machine.blank();
        Personalisation.accepted(card, SELECT_JPKI);
        var key = Personalisation.makeKey(card, "0017");
        byte[] again = card.transmit(TestCard.bytes("00 47 01 00 00 00 00"));
        assertThat(Personalisation.publicKey(again)).isEqualTo(key);
        assertThat(card.send("0047010000010E")).hasSize(2 * 272);
        var next = Personalisation.makeKey(card, "0017");
        assertThat(next).isNotEqualTo(key);
        Personalisation.close(card);
        Trace.replay(
                card,
                """
                00 A4 02 0C 02 00 17           → 9000
                00 47 00 00 00 00 00           → 6982
                00 47 01 00 00 00 00           → 6982
                00 47 FF FF                    → 6982
                00 D6 88 00 01 AA              → 6982
                00 D6 FF 00                    → 6982
                00 24 01 98 04 31 32 33 34     → 6982
                00 20 00 98                    → 63 C0
                """);
    }

    @ParameterizedTest
    @EnumSource
    void the_card_is_closed_once(Machine machine) {
        TestCard card = machine.blank();
        Trace.replay(
                card,
                """
                80 F0 80 0F 01 00          → 6700
                80 F0 40 0F                → 6A86
                80 F0 80 7F                → 6982
                80 F0 80 01                → 6A86
                00 F0 80 0F                → 6D00
                80 F0 80 0F                → 9000
                80 F0 80 0F                → 6985
                00 CA 00 66 00             → 6A88
                80 CA 00 66 00             → 6A88
                00 CA 5F 51 00 00 00       → 6A88
                00 B0 00 00 00             → 6D00
                00 20 00 98                → 6D00
                00 84 00 00 08             → 6D00
                80 50 00 00 08 00 00 00 00 00 00 00 00 00 → 6A88
                80 A4 00 00                → 6D00
                00 A4 02 0C 02 00 06       → 6A82
                00 A4 03 00                → 6A86
                08 CA 00 66 00             → 6882
                A0 CA 00 66 00             → 6E00
                """);
        card.reset();
        assertThat(card.send("80F0800F")).isEqualTo("6985");
    }
}
