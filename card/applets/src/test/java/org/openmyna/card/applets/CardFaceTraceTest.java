package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.card.applets.TestCard.SELECT_CARD_FACE;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What jpki/myna sends to the application for the face of the card (reference 7.7, 7.8). */
class CardFaceTraceTest {

    @ParameterizedTest
    @EnumSource
    void a_photo_is_read_with_the_my_number_from_the_other_application(Machine machine) {
        TestCard card = machine.personalised();
        Trace.replay(
                card,
                """
                00 A4 04 0C 0A D3 92 10 00 31 00 01 01 04 08                → 9000
                00 A4 02 0C 02 00 11                                        → 9000
                00 20 00 80 04 31 32 33 34                                  → 9000
                00 A4 02 0C 02 00 01                                        → 9000
                00 B0 00 00 11           → FF 10 0C 35 33 37 36 38 36 36 37 37 31 38 38 FF FF 9000
                00 A4 04 0C 0A D3 92 10 00 31 00 01 01 04 02                → 9000
                00 A4 02 0C 02 00 13                                        → 9000
                00 20 00 80 0C 35 33 37 36 38 36 36 37 37 31 38 38          → 9000
                00 A4 02 0C 02 00 02                                        → 9000
                00 B0 00 00 07                                              → FF 20 82 12 00 20 20 9000
                """);
        assertThat(FormInputTraceTest.readIn256(card))
                .startsWith(PersonalFiles.FACE_RECORD + "FFFF")
                .hasSize(2 * 6144);
    }

    @ParameterizedTest
    @EnumSource
    void basic_information_and_certificate_need_no_number(Machine machine) {
        TestCard card = machine.personalised();
        Trace.replay(
                card,
                """
                00 A4 04 0C 0A D3 92 10 00 31 00 01 01 04 02   → 9000
                00 A4 02 0C 02 00 03                           → 9000
                00 B0 00 00 07                                 → FF 30 82 01 00 30 30 9000
                00 A4 02 0C 02 00 04                           → 9000
                00 B0 00 00 07                                 → 7F 21 82 02 33 5F 4E 9000
                """);
        assertThat(FormInputTraceTest.readIn256(card))
                .isEqualTo(PersonalFiles.CARD_FACE_CERTIFICATE);
    }

    @ParameterizedTest
    @EnumSource
    void pin_status_asks_for_both_numbers_and_their_ids_are_swapped(Machine machine) {
        Trace.replay(
                machine.personalised(),
                """
                00 A4 04 0C 0A D3 92 10 00 31 00 01 01 04 02                → 9000
                00 A4 02 0C 02 00 13                                        → 9000
                00 20 00 80                                                 → 63 CA
                00 A4 02 0C 02 00 12                                        → 9000
                00 20 00 80                                                 → 63 CA
                00 20 00 92 0E 35 35 30 32 31 37 32 30 33 35 32 32 38 35    → 9000
                00 20 00 93 0E 35 35 30 32 31 37 32 30 33 35 32 32 38 35    → 63 C9
                00 20 00 93 0C 35 33 37 36 38 36 36 37 37 31 38 38          → 9000
                00 20 00 91 06 35 35 30 32 31 37                            → 9000
                00 B0 81 00 07                                              → FF 10 82 02 1E DF 11 9000
                """);
    }

    @ParameterizedTest
    @EnumSource
    void files_have_room_for_what_belongs_into_them(Machine machine) {
        TestCard card = machine.personalised();
        Personalisation.accepted(
                card,
                SELECT_CARD_FACE,
                "002000910" + "6" + TestCard.BIRTH_DATE_PIN,
                "002000930C" + TestCard.NUMBER_A);
        int[] lengths = {547, 6144, 512, 568, 1024, 16};
        for (int file = 1; file <= lengths.length; file++) {
            assertThat(card.send("00B0%02X0000%04X".formatted(0x80 | file, 0)))
                    .as("file %d", file)
                    .hasSize(2 * (lengths[file - 1] + 2));
        }
        assertThat(card.send("00B0860000")).isEqualTo("FF".repeat(16) + "9000");
    }
}
