package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the card answers in each state of its life: every command, every state, both runtimes. */
class LifeCycleMatrixTest {

    private static final String INITIALIZE_UPDATE = "8050000008" + "0102030405060708" + "00";

    /** Columns in the order of the table. */
    private enum State {
        BLANK {
            @Override
            TestCard card(Machine machine) {
                TestCard card = machine.blank();
                Personalisation.accepted(card, IssuerCard.STORE_CARD_NUMBER);
                return card;
            }
        },
        BLANK_WITH_KEYS {
            @Override
            TestCard card(Machine machine) {
                return IssuerCard.blank(machine.blank());
            }
        },
        PERSONALISED_WITHOUT_KEYS {
            @Override
            TestCard card(Machine machine) {
                TestCard card = BLANK.card(machine);
                Personalisation.accepted(card, TestCard.SET_PERSONALISED);
                return card;
            }
        },
        PERSONALISED {
            @Override
            TestCard card(Machine machine) {
                return IssuerCard.inUse(machine);
            }
        },
        TERMINATED {
            @Override
            TestCard card(Machine machine) {
                TestCard card = IssuerCard.inUse(machine);
                Scp03Host host = Scp03Host.open(card, 0x33);
                assertThat(host.send(card, "F0807F", "", "")).isEqualTo("9000");
                return card;
            }
        };

        abstract TestCard card(Machine machine);
    }

    /** The answer to the last command of a row; one card for each. */
    private static final String TABLE =
            """
            00A4040C07A0000001510000           | 9000 | 9000 | 9000 | 9000 | 6600
            00A4040007A000000151000000         | data | data | data | data | 6600
            00A4040C05A000000151               | 9000 | 9000 | 9000 | 9000 | 6600
            00A4000C                           | 6A86 | 6A86 | 6A86 | 6A86 | 6600
            00A4020C020001                     | 6A82 | 6A82 | 6A82 | 6A82 | 6600
            00CA004500                         | data | data | data | data | 6600
            00CA004200                         | 6A88 | 6A88 | 6A88 | 6A88 | 6600
            PUT KEY                            | 9000 | 9000 | 6982 | 6982 | 6600
            80D80000                           | 6A86 | 6A86 | 6982 | 6982 | 6600
            80E20000040042 01 77               | 9000 | 9000 | 6982 | 6982 | 6600
            80E2FFFF                           | 6A86 | 6A86 | 6982 | 6982 | 6600
            80F0800F                           | 9000 | 9000 | 6985 | 6985 | 6600
            80F0807F                           | 6982 | 6982 | 6982 | 6982 | 6600
            80F08001                           | 6A86 | 6A86 | 6A86 | 6A86 | 6600
            INITIALIZE UPDATE                  | 6A88 | 6985 | 6A88 | data | 6600
            8482330010 00                      | 6985 | 6985 | 6985 | 6985 | 6600
            80E62000                           | 6982 | 6982 | 6982 | 6982 | 6600
            84E62000                           | 6982 | 6982 | 6982 | 6982 | 6600
            84E20000                           | 6982 | 6982 | 6982 | 6982 | 6600
            84470000                           | 6982 | 6982 | 6982 | 6982 | 6600
            842A0000                           | 6982 | 6982 | 6982 | 6982 | 6600
            84EE0100                           | 6982 | 6982 | 6982 | 6982 | 6600
            80EE0100                           | 6982 | 6982 | 6982 | 6982 | 6600
            84F0807F                           | 6982 | 6982 | 6982 | 6982 | 6600
            84CA004500                         | 6982 | 6982 | 6982 | 6982 | 6600
            00200098                           | 6D00 | 6D00 | 6D00 | 6D00 | 6600
            FE000000                           | 6E00 | 6E00 | 6E00 | 6E00 | 6600
            00A4040C0AD392F000260100000001     | 9000 | 9000 | 9000 | 9000 | 6600
            00A4040C0AD3921000310001010408     | 9000 | 9000 | 9000 | 9000 | 6600
            00A4040C0AD3921000310001010402     | 9000 | 9000 | 9000 | 9000 | 6600
            00A4040C0AD3921000310001010401     | 9000 | 9000 | 9000 | 9000 | 6600
            00A4040C0AD3921000310001010100     | 9000 | 9000 | 9000 | 9000 | 6600
            JPKI 00200098                      | 63C0 | 63C3 | 63C0 | 63C3 | 6600
            JPKI 00B0860004                    | data | data | data | data | 6600
            JPKI 00D6880001AA                  | 9000 | 9000 | 6982 | 6982 | 6600
            JPKI 00A4020C020001                | 9000 | 9000 | 9000 | 9000 | 6600
            JPKI FE000000                      | 6E00 | 6E00 | 6E00 | 6E00 | 6600
            """;

    @ParameterizedTest
    @EnumSource
    void every_command_is_answered_as_the_state_allows(Machine machine) {
        for (State state : State.values()) {
            for (String row : TABLE.lines().toList()) {
                List<String> cells = Arrays.stream(row.split("\\|")).map(String::strip).toList();
                TestCard card = state.card(machine);
                assertThat(meaning(card, cells.getFirst()))
                        .as("%s in %s", cells.getFirst(), state)
                        .isEqualTo(cells.get(1 + state.ordinal()));
            }
        }
    }

    private static String meaning(TestCard card, String command) {
        String answer =
                switch (command) {
                    case "PUT KEY" -> card.send(Scp03Host.putKey());
                    case "INITIALIZE UPDATE" -> card.send(INITIALIZE_UPDATE);
                    case "8482330010 00" -> card.send("8482330010" + "00".repeat(16));
                    default -> {
                        if (command.startsWith("JPKI ")) {
                            card.send(TestCard.SELECT_JPKI);
                        }
                        yield card.send(command.replace("JPKI ", ""));
                    }
                };
        return answer.length() > 4 && answer.endsWith("9000") ? "data" : answer;
    }

    @ParameterizedTest
    @EnumSource
    void terminated_is_final(Machine machine) {
        TestCard card = State.TERMINATED.card(machine);
        for (int resets = 0; resets < 3; resets++) {
            for (String command :
                    List.of(
                            TestCard.SET_PERSONALISED,
                            Scp03Host.putKey(),
                            INITIALIZE_UPDATE,
                            TestCard.SELECT_ISD,
                            "80F08001",
                            TestCard.SELECT_JPKI,
                            "0020009804" + TestCard.PIN,
                            "0024019804" + TestCard.PIN)) {
                assertThat(card.send(command)).as(command).isEqualTo("6600");
            }
            card.reset();
        }
    }
}
