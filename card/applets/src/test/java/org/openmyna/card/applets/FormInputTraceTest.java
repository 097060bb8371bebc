package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.card.applets.TestCard.SELECT_FORM_INPUT;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What both generations of jpki/myna send to the application for forms (card protocol reference
 * 7.7, 7.8, appendix A).
 */
class FormInputTraceTest {

    @ParameterizedTest
    @EnumSource
    void the_typical_session_of_appendix_a(Machine machine) {
        Trace.replay(
                machine.personalised(),
                """
                00 A4 04 0C 0A D3 92 10 00 31 00 01 01 04 08   → 9000
                00 A4 02 0C 02 00 11                           → 9000
                00 20 00 80                                    → 63 C3
                00 20 00 80 04 31 32 33 34                     → 9000
                00 A4 02 0C 02 00 01                           → 9000
                00 B0 00 00 11                                 → FF 10 0C 35 33 37 36 38 36 36 37 37 31 38 38 FF FF 9000
                00 A4 02 0C 02 00 02                           → 9000
                00 B0 00 00 07                                 → FF 20 65 DF 21 08 00 9000
                00 B0 00 07 61                                 → 0E 00 20 00 59 00 64 DF 22 0F … DF 25 01 31 9000
                """);
    }

    @ParameterizedTest
    @EnumSource
    void the_four_items_are_followed_by_filler_to_the_physical_end(Machine machine) {
        TestCard card = machine.personalised();
        Trace.replay(
                card,
                """
                00 A4 04 0C 0A D3 92 10 00 31 00 01 01 04 08   → 9000
                00 20 00 91 04 31 32 33 34                     → 9000
                00 A4 02 0C 02 00 02                           → 9000
                00 B0 00 68 04                                 → FF FF FF FF 9000
                00 B0 03 FF 04                                 → FF 9000
                00 B0 04 00 04                                 → 6B00
                """);
        assertThat(card.send("00B08200000000"))
                .isEqualTo(
                        PersonalFiles.FOUR_ITEMS
                                + "FF".repeat(1024 - PersonalFiles.FOUR_ITEMS.length() / 2)
                                + "9000");
    }

    @ParameterizedTest
    @EnumSource
    void basic_information_is_read_without_a_pin_and_gives_256_bytes(Machine machine) {
        TestCard card = machine.personalised();
        Trace.replay(
                card,
                """
                00 A4 04 0C 0A D3 92 10 00 31 00 01 01 04 08   → 9000
                00 A4 02 0C 02 00 05                           → 9000
                00 B0 00 00 07                                 → FF 40 82 00 9F DF 41 9000
                """);
        String filler = "FF".repeat(256 - PersonalFiles.FORM_INPUT_BASICS.length() / 2);
        assertThat(card.send("00B0000000"))
                .isEqualTo(PersonalFiles.FORM_INPUT_BASICS + filler + "9000");
    }

    @ParameterizedTest
    @EnumSource
    void the_older_client_reads_the_header_and_then_the_whole_file_again(Machine machine) {
        TestCard card = machine.personalised();
        Personalisation.accepted(
                card, SELECT_FORM_INPUT, "0020009104" + TestCard.PIN, "00A4020C020001");
        assertThat(card.send("00B0000007")).isEqualTo("FF100C353337369000");
        assertThat(card.send("00B0000000")).isEqualTo(PersonalFiles.MY_NUMBER + "9000");
        Personalisation.accepted(card, "00A4020C020003");
        assertThat(card.send("00B0000007")).isEqualTo("FF3082014BDF319000");
        assertThat(readIn256(card)).isEqualTo(PersonalFiles.INTEGRITY).hasSize(2 * 336);
        Personalisation.accepted(card, "00A4020C020004");
        assertThat(readIn256(card))
                .isEqualTo(PersonalFiles.FORM_INPUT_CERTIFICATE)
                .hasSize(2 * 568);
    }

    @ParameterizedTest
    @EnumSource
    void pin_status_asks_for_the_tries_of_three_references(Machine machine) {
        Trace.replay(
                machine.personalised(),
                """
                00 A4 04 0C 0A D3 92 10 00 31 00 01 01 04 08   → 9000
                00 A4 02 0C 02 00 11                           → 9000
                00 20 00 80                                    → 63 C3
                00 A4 02 0C 02 00 14                           → 9000
                00 20 00 80                                    → 63 CA
                00 A4 02 0C 02 00 15                           → 9000
                00 20 00 80                                    → 63 CA
                """);
    }

    @ParameterizedTest
    @EnumSource
    void pin_change_card_verifies_the_old_one_first(Machine machine) {
        Trace.replay(
                machine.personalised(),
                """
                00 A4 04 0C 0A D3 92 10 00 31 00 01 01 04 08   → 9000
                00 A4 02 0C 02 00 11                           → 9000
                00 20 00 80 04 31 32 33 34                     → 9000
                00 24 01 80 04 39 38 37 36                     → 9000
                00 20 00 80 04 31 32 33 34                     → 63 C2
                00 20 00 80 04 39 38 37 36                     → 9000
                """);
    }

    @ParameterizedTest
    @EnumSource
    void files_have_the_lengths_that_clients_insist_on(Machine machine) {
        TestCard card = machine.personalised();
        Personalisation.accepted(card, SELECT_FORM_INPUT, "0020009104" + TestCard.PIN);
        int[] lengths = {17, 1024, 336, 568, 256, 269, 536, 16};
        for (int file = 1; file <= lengths.length; file++) {
            assertThat(card.send("00B0%02X0000%04X".formatted(0x80 | file, 0)))
                    .as("file %d", file)
                    .hasSize(2 * (lengths[file - 1] + 2))
                    .endsWith("9000");
        }
        assertThat(card.send("00B0880000")).isEqualTo("FF".repeat(16) + "9000");
    }

    /** As a client does that knows the length from the header. */
    static String readIn256(TestCard card) {
        StringBuilder all = new StringBuilder();
        for (int at = 0; ; at += 256) {
            String answer = card.send("00B0%04X00".formatted(at));
            if (answer.equals("6B00")) {
                return all.toString();
            }
            assertThat(answer).endsWith("9000");
            all.append(answer, 0, answer.length() - 4);
        }
    }
}
