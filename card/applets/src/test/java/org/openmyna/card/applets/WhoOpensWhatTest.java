package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Card protocol reference 5.4: each reference against each file, all pairs, one table. */
class WhoOpensWhatTest {

    /**
     * A row is a file. Columns: nothing verified, then each reference of the application alone.
     * {@code o} opens, {@code -} is refused with 6982.
     */
    private static final String TABLE =
            """
            form    PIN A B
            01   -  o   o -
            02   -  o   - o
            03   -  o   o o
            04   o  o   o o
            05   o  o   o o
            06   -  o   o o
            07   -  o   o o
            08   o  o   o o
            face    birth A B
            01   -  o     - -
            02   -  -     o o
            03   o  o     o o
            04   o  o     o o
            05   -  -     o -
            06   -  -     o o
            jpki    PIN password
            01   -  -   o
            02   o  o   o
            06   o  o   o
            08   o  o   o
            0A   o  o   o
            0B   o  o   o
            juki    PIN
            01   -  o
            """;

    private static final List<String> FORM =
            List.of(
                    "0020009104" + TestCard.PIN,
                    "002000940C" + TestCard.NUMBER_A,
                    "002000950E" + TestCard.NUMBER_B);
    private static final List<String> FACE =
            List.of(
                    "0020009106" + TestCard.BIRTH_DATE_PIN,
                    "002000930C" + TestCard.NUMBER_A,
                    "002000920E" + TestCard.NUMBER_B);
    private static final List<String> JPKI =
            List.of("0020009804" + TestCard.PIN, "0020009B06" + TestCard.PASSWORD);
    private static final List<String> JUKI = List.of("0020009C04" + TestCard.PIN);

    private record Application(String select, List<String> references) {
        static Application named(String name) {
            return switch (name) {
                case "form" -> new Application(TestCard.SELECT_FORM_INPUT, FORM);
                case "face" -> new Application(TestCard.SELECT_CARD_FACE, FACE);
                case "jpki" -> new Application(TestCard.SELECT_JPKI, JPKI);
                default -> new Application(TestCard.SELECT_JUKI, JUKI);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_reference_opens_what_the_table_says_and_nothing_else(Machine machine) {
        TestCard card = machine.personalised();
        List<String> differences = new ArrayList<>();
        Application application = Application.named("");
        int pairs = 0;
        for (String line : TABLE.lines().toList()) {
            String[] cells = line.trim().split("\\s+");
            if (!cells[0].matches("[0-9A-F]{2}")) {
                application = Application.named(cells[0]);
                continue;
            }
            for (int column = 1; column < cells.length; column++) {
                Personalisation.accepted(card, application.select());
                if (column > 1) {
                    Personalisation.accepted(card, application.references().get(column - 2));
                }
                String sfi = "%02X".formatted(0x80 | Integer.parseInt(cells[0], 16));
                String expected = cells[column].equals("o") ? "9000" : "6982";
                String given = card.send("00B0" + sfi + "0000");
                if (!given.endsWith(expected) || (given.length() == 4 && expected.equals("9000"))) {
                    differences.add("%s, column %d: %s".formatted(line, column, given));
                }
                pairs++;
            }
        }
        assertThat(differences).isEmpty();
        assertThat(pairs).isEqualTo(8 * 4 + 6 * 4 + 6 * 3 + 2);
    }

    @ParameterizedTest
    @EnumSource
    void several_references_open_together_and_a_wrong_guess_closes_its_own_part(Machine machine) {
        Trace.replay(
                machine.personalised(),
                """
                00 A4 04 0C 0A D3 92 10 00 31 00 01 01 04 08                → 9000
                00 20 00 94 0C 35 33 37 36 38 36 36 37 37 31 38 38          → 9000
                00 20 00 95 0E 35 35 30 32 31 37 32 30 33 35 32 32 38 35    → 9000
                00 B0 81 00 01                                              → FF 9000
                00 B0 82 00 01                                              → FF 9000
                00 20 00 94 0C 35 33 37 36 38 36 36 37 37 31 38 39          → 63 C9
                00 B0 81 00 01                                              → 6982
                00 B0 82 00 01                                              → FF 9000
                00 B0 83 00 01                                              → FF 9000
                00 A4 04 0C 0A D3 92 10 00 31 00 01 01 04 08                → 9000
                00 B0 82 00 01                                              → 6982
                00 B0 83 00 01                                              → 6982
                00 20 00 94                                                 → 63 C9
                """);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_verified_in_one_application_opens_nothing_in_another(Machine machine) {
        TestCard card = machine.personalised();
        Personalisation.accepted(card, TestCard.SELECT_FORM_INPUT);
        FORM.forEach(verify -> Personalisation.accepted(card, verify));
        Personalisation.accepted(card, TestCard.SELECT_CARD_FACE);
        assertThat(card.send("00B0820001")).isEqualTo("6982");
        assertThat(card.send("00B0850001")).isEqualTo("6982");
        Personalisation.accepted(card, TestCard.SELECT_FORM_INPUT);
        assertThat(card.send("00B0810001")).isEqualTo("6982");
        card.reset();
        Personalisation.accepted(card, TestCard.SELECT_JUKI);
        assertThat(card.send("00B0810001")).isEqualTo("6982");
    }
}
