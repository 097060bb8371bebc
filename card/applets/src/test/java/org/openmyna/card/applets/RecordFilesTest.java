package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.card.applets.TestCard.SELECT_COMMON;
import static org.openmyna.card.applets.TestCard.SELECT_JUKI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The two applications with records, 住基AP and 共通カードAP (reference 3.4, 3.5, 4.4, 7.7). */
class RecordFilesTest {

    @ParameterizedTest
    @EnumSource
    void jpki_myna_reads_the_serial_number(Machine machine) {
        Trace.replay(
                machine.personalised(),
                """
                00 A4 04 0C 0A D3 92 10 00 31 00 01 01 01 00   → 9000
                00 B2 01 0C 00   → 01 1C 303030313233343536373839303132 3133323231 3230333530323137 9000
                """);
    }

    @ParameterizedTest
    @EnumSource
    void read_record_names_a_record_of_the_current_file_or_of_a_short_id(Machine machine) {
        Trace.replay(
                machine.personalised(),
                """
                00 A4 04 0C 0A D3 92 10 00 31 00 01 01 01 00   → 9000
                00 B2 01 04 00                                 → 6986
                00 A4 02 0C 02 00 02                           → 9000
                00 B2 01 04 00                → 36 30 30 30 30 33 34 08 05 30 30 31 00 00 00 00 9000
                00 B2 01 05 00                → 36 30 30 30 30 33 34 08 05 30 30 31 00 00 00 00 9000
                00 B2 01 04 02                                 → 36 30 9000
                00 B2 01 0C 02                                 → 01 1C 9000
                00 B2 01 04 02                                 → 01 1C 9000
                00 B2 01 15 02                                 → 36 30 9000
                00 B2 00 04 00                                 → 6A83
                00 B2 02 04 00                                 → 6A83
                00 B2 02 05 00                                 → 6A83
                00 B2 FF 04 00                                 → 6A83
                00 B2 01 00 00                                 → 6A86
                00 B2 01 06 00                                 → 6A86
                00 B2 01 04                                    → 6700
                00 B2 01 04 01 00 00                           → 6700
                00 B2 01 1C 00                                 → 6A82
                00 B2 01 FC 00                                 → 6A82
                00 B2 01 E4 00                                 → 6981
                00 B0 00 00 00                                 → 6981
                00 B0 81 00 00                                 → 6981
                00 DC 01 0C 01 00                              → 6982
                """);
    }

    @ParameterizedTest
    @EnumSource
    void an_application_without_records_says_that_the_command_does_not_fit(Machine machine) {
        TestCard card = machine.personalised();
        for (String select :
                new String[] {
                    TestCard.SELECT_JPKI, TestCard.SELECT_FORM_INPUT, TestCard.SELECT_CARD_FACE
                }) {
            Personalisation.accepted(card, select);
            assertThat(card.send("00B2010C00")).isEqualTo("6981");
            assertThat(card.send("00B2010400")).isEqualTo("6981");
        }
        Personalisation.accepted(card, SELECT_JUKI);
        assertThat(card.send("00B2010C00")).isEqualTo("6981");
        assertThat(card.send("00B2011400")).isEqualTo(PersonalFiles.KEY_REFERENCE + "9000");
    }

    @ParameterizedTest
    @EnumSource
    void a_blank_card_takes_whole_records_and_nothing_else(Machine machine) {
        TestCard card = machine.blank();
        Personalisation.accepted(card, SELECT_COMMON);
        String record = "01".repeat(16);
        assertThat(card.send("00DC010410" + record)).isEqualTo("6986");
        assertThat(card.send("00B2010C00")).isEqualTo("FF".repeat(30) + "9000");
        assertThat(card.send("00DC010410" + record)).isEqualTo("6700");
        assertThat(card.send("00DC011510" + record)).isEqualTo("6A86");
        assertThat(card.send("00DC01140F" + "01".repeat(15))).isEqualTo("6700");
        assertThat(card.send("00DC011411" + "01".repeat(17))).isEqualTo("6700");
        assertThat(card.send("00DC021410" + record)).isEqualTo("6A83");
        assertThat(card.send("00DC01E410" + record)).isEqualTo("6981");
        assertThat(card.send("00DC011410" + record)).isEqualTo("9000");
        assertThat(card.send("00B2010400")).isEqualTo(record + "9000");
    }

    @ParameterizedTest
    @EnumSource
    void the_resident_record_code_needs_the_pin(Machine machine) {
        Trace.replay(
                machine.personalised(),
                """
                00 A4 04 0C 0A D3 92 10 00 31 00 01 01 04 01   → 9000
                00 A4 02 0C 02 00 1C                           → 9000
                00 20 00 80                                    → 63 C3
                00 B0 81 00 00                                 → 6982
                00 20 00 9C 04 31 32 33 34                     → 9000
                00 B0 81 00 00                                 → FF 10 0B 31 32 33 34 35 36 37 38 39 30 31 9000
                """);
    }

    @ParameterizedTest
    @EnumSource
    void both_pins_are_changed_with_change_key_after_verify(Machine machine) {
        TestCard card = machine.personalised();
        for (String select : new String[] {SELECT_JUKI, SELECT_COMMON}) {
            Personalisation.accepted(card, select, "00A4020C02001C");
            Trace.replay(
                    card,
                    """
                    80 32 00 80 04 39 38 37 36                     → 6982
                    00 24 01 80 04 39 38 37 36                     → 6985
                    00 20 00 80 04 31 32 33 34                     → 9000
                    00 24 01 80 04 39 38 37 36                     → 6985
                    80 32 01 80 04 39 38 37 36                     → 6A86
                    80 32 00 1C 04 39 38 37 36                     → 6A86
                    80 32 00 82 04 39 38 37 36                     → 6981
                    80 32 00 9C 03 39 38 37                        → 6700
                    80 32 00 9C 04 39 38 37 41                     → 6A80
                    80 32 00 80 04 39 38 37 36                     → 9000
                    80 32 00 80 04 31 32 33 34                     → 6982
                    00 20 00 80 04 31 32 33 34                     → 63 C2
                    00 20 00 80 04 39 38 37 36                     → 9000
                    """);
        }
    }

    @ParameterizedTest
    @EnumSource
    void change_key_belongs_to_these_two_applications_alone(Machine machine) {
        TestCard card = machine.personalised();
        for (String select :
                new String[] {
                    TestCard.SELECT_JPKI, TestCard.SELECT_FORM_INPUT, TestCard.SELECT_CARD_FACE
                }) {
            Personalisation.accepted(card, select);
            assertThat(card.send("8032009104" + TestCard.PIN)).isEqualTo("6D00");
        }
    }
}
