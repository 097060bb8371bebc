package org.openmyna.card.javacard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import javacard.framework.APDU;
import javacard.framework.Applet;
import org.junit.jupiter.api.Test;
import org.openmyna.card.javacard.Specimen.Card;
import org.openmyna.card.javacard.specimen.Greeting;
import org.openmyna.card.javacard.specimen.PurseApplet;
import org.openmyna.card.nvm.CardMemory;
import org.openmyna.card.nvm.NotWoven;

class CardRuntimeTest {
    private static final String FRESH =
            "03E80000" + "0000000000000000" + "0709" + "010203" + "03" + "9000";
    private final Card card = Specimen.card();

    @Test
    void the_first_applet_is_selected_after_reset() {
        card.runtime().reset();
        assertThat(card.send("80 04 00 00 00")).isEqualTo("019000");
    }

    @Test
    void an_applet_is_selected_by_its_name_or_the_beginning_of_it() {
        assertThat(card.send("00A4040C07F0000000010A02")).isEqualTo("9000");
        assertThat(card.send("00A4040007F0000000010A0100")).isEqualTo("8407F0000000010A019000");
        assertThat(card.send("00A4040005F000000001"))
                .as("the first that begins so")
                .isEqualTo("8407F0000000010A019000");
        assertThat(card.send("00A4040E05F000000001")).as("the next occurrence").isEqualTo("9000");
        assertThat(card.send("8050000000")).startsWith("03E8");
        assertThat(card.send("00A4040205F000000001")).as("no further occurrence").isEqualTo("6A82");
        assertThat(card.send("00A4040008F0000000010A0200"))
                .as("longer than any name")
                .isEqualTo("6A82");
    }

    @Test
    void selecting_an_unknown_name_leaves_the_selected_applet_selected() {
        card.send(PurseApplet.SET_TRANSIENT, (byte) 5);
        assertThat(card.send("00A4040C05F100000001")).isEqualTo("6A82");
        assertThat(card.send(PurseApplet.GET_TRANSIENT)).isEqualTo("05059000");
    }

    @Test
    void an_applet_that_refuses_selection_leaves_nobody_selected() {
        card.select(Specimen.CLERK);
        card.send("80020000");
        assertThat(card.select(Specimen.CLERK)).isEqualTo("6999");
        assertThat(card.send("80040000")).isEqualTo("6999");
        assertThat(card.select(Specimen.PURSE)).isEqualTo("9000");
    }

    @Test
    void only_the_basic_channel_exists() {
        assertThat(card.send("01A4040C07F0000000010A02")).isEqualTo("6881");
        assertThat(card.send("03500000")).isEqualTo("6881");
        assertThat(card.send("40500000")).isEqualTo("6881");
        assertThat(card.send("FF500000")).isEqualTo("6E00");
    }

    @Test
    void lengths_that_do_not_agree_are_refused() {
        for (String command :
                new String[] {
                    "",
                    "80",
                    "805000",
                    "80300000021122330000",
                    "80300000000000",
                    "8030000000000011",
                    "803000000000021122330000",
                    "80300000000400"
                }) {
            String answer = card.send(command);
            assertThat(answer).as(command).isIn("6700", "9000");
        }
        assertThat(card.send("8076000005112233")).isEqualTo("6700");
        assertThat(card.send("80760000000005112233")).isEqualTo("6700");
        assertThat(card.send("8076000000000011")).as("Lc of nothing").isEqualTo("6700");
    }

    @Test
    void all_seven_cases_of_a_command_arrive() {
        assertThat(card.send("80760000")).isEqualTo("9000");
        assertThat(card.send("8076000000")).isEqualTo("9000");
        assertThat(card.send("80760000021122")).isEqualTo("11229000");
        assertThat(card.send("8076000002112200")).isEqualTo("11229000");
        assertThat(card.send("80760000000000")).isEqualTo("9000");
        assertThat(card.send("807600000000021122")).isEqualTo("11229000");
        assertThat(card.send("8076000000000211220000")).isEqualTo("11229000");
    }

    @Test
    void an_applet_without_extended_length_refuses_long_commands() {
        card.select(Specimen.CLERK);
        assertThat(card.send("80040000000000")).isEqualTo("6700");
    }

    @Test
    void two_thousand_bytes_are_written_and_read_in_one_command_each() {
        String content = "5A".repeat(2048);
        assertThat(card.send("80300000000800" + content)).isEqualTo("9000");
        assertThat(card.send("80320000000800")).isEqualTo(content + "9000");
    }

    @Test
    void what_an_applet_throws_becomes_a_status_word() {
        assertThat(card.send("80990000")).isEqualTo("6D00");
        assertThat(card.send(PurseApplet.DIVIDE_BY_ZERO)).isEqualTo("6F00");
        assertThat(card.send(PurseApplet.WRITE_CONSTANT))
                .as("a constant of the program")
                .isEqualTo("6F00");
        assertThat(card.send(PurseApplet.KEEP_BUFFER))
                .as("an array that is no card's")
                .isEqualTo("6F00");
        assertThat(card.send(PurseApplet.CREATE_IN_TRANSACTION)).isEqualTo("6F00");
        assertThat(card.send(PurseApplet.STATE)).isEqualTo(FRESH);
    }

    @Test
    void a_committed_transaction_survives_a_loss_of_power() {
        card.send(PurseApplet.PAY, (byte) 1, (byte) 2);
        String paid = card.send(PurseApplet.STATE);
        assertThat(paid)
                .isEqualTo("03DE0101" + "000003DE00000000" + "0907" + "020301" + "03" + "9000");
        assertThat(card.again().send(PurseApplet.STATE)).isEqualTo(paid);
    }

    @Test
    void a_transaction_that_is_aborted_or_left_open_or_left_by_an_exception_never_happened() {
        assertThat(card.send(PurseApplet.PAY_AND_ABORT, (byte) 1)).isEqualTo("9000");
        assertThat(card.send(PurseApplet.STATE)).isEqualTo(FRESH);
        assertThat(card.send(PurseApplet.PAY_AND_FORGET, (byte) 1)).isEqualTo("9000");
        assertThat(card.send(PurseApplet.STATE)).isEqualTo(FRESH);
        assertThat(card.send(PurseApplet.PAY_AND_THROW, (byte) 1)).isEqualTo("6A80");
        assertThat(card.send(PurseApplet.STATE)).isEqualTo(FRESH);
        assertThat(card.again().send(PurseApplet.STATE)).isEqualTo(FRESH);
    }

    @Test
    void code_after_an_abort_sees_the_old_values() {
        assertThat(card.send(PurseApplet.ABORT_AND_TELL, (byte) 1)).isEqualTo(FRESH);
    }

    @Test
    void a_transaction_larger_than_the_journal_changes_nothing() {
        byte[] before = card.heap();
        assertThat(card.send(PurseApplet.FILL_JOURNAL)).isEqualTo("6F00");
        assertThat(card.heap()).isEqualTo(before);
        assertThat(card.send("80320000000010")).isEqualTo("00".repeat(16) + "9000");
        assertThat(card.send(PurseApplet.PAY, (byte) 1)).as("the next one works").isEqualTo("9000");
    }

    @Test
    void transient_arrays_end_with_their_event() {
        card.send(PurseApplet.SET_TRANSIENT, (byte) 5);
        card.select(Specimen.PURSE);
        assertThat(card.send(PurseApplet.GET_TRANSIENT)).isEqualTo("05009000");
        card.send(PurseApplet.SET_TRANSIENT, (byte) 5);
        card.runtime().reset();
        card.select(Specimen.PURSE);
        assertThat(card.send(PurseApplet.GET_TRANSIENT)).isEqualTo("00009000");
        card.send(PurseApplet.SET_TRANSIENT, (byte) 5);
        assertThat(card.again().send(PurseApplet.GET_TRANSIENT)).isEqualTo("00009000");
    }

    @Test
    void an_accepted_pin_is_forgotten_at_reset_and_at_loss_of_power() {
        assertThat(
                        card.send(
                                PurseApplet.VERIFY,
                                "1234".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo("9000");
        assertThat(card.send(PurseApplet.CHANGE_PIN, (byte) '9')).isEqualTo("9000");
        card.runtime().reset();
        card.select(Specimen.PURSE);
        assertThat(card.send(PurseApplet.CHANGE_PIN, (byte) '8')).isEqualTo("6982");
        assertThat(card.send(PurseApplet.VERIFY, (byte) '9')).isEqualTo("9000");
        assertThat(card.again().send(PurseApplet.CHANGE_PIN, (byte) '8')).isEqualTo("6982");
    }

    @Test
    void a_pin_locks_after_its_tries_and_stays_locked() {
        for (String answer : new String[] {"63C2", "63C1", "63C0", "63C0"}) {
            assertThat(card.send(PurseApplet.VERIFY, (byte) '1', (byte) '2')).isEqualTo(answer);
        }
        Card again = card.again();
        assertThat(
                        again.send(
                                PurseApplet.VERIFY,
                                "1234".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo("63C0");
        again.send(PurseApplet.UNBLOCK);
        assertThat(
                        again.send(
                                PurseApplet.VERIFY,
                                "1234".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo("9000");
    }

    @Test
    void applets_and_the_host_see_what_an_applet_shares() {
        card.select(Specimen.CLERK);
        assertThat(card.send("8006000007" + HexFormat.of().formatHex(Specimen.PURSE)))
                .isEqualTo("03E89000");
        short balance =
                card.runtime()
                        .ask(Specimen.PURSE, (byte) 1, shared -> ((Greeting) shared).balance());
        assertThat(balance).isEqualTo((short) 1000);
        assertThatThrownBy(() -> card.runtime().ask(Specimen.PURSE, (byte) 2, shared -> 1))
                .hasMessageContaining("shares");
    }

    @Test
    void a_card_without_power_says_so() {
        card.runtime().powerOff();
        assertThatThrownBy(() -> card.send("80500000")).hasMessageContaining("no power");
        assertThat(card.again().send(PurseApplet.STATE)).isEqualTo(FRESH);
    }

    @Test
    void an_applet_that_never_returns_from_itself_is_stopped_and_undone() {
        assertThat(card.send(PurseApplet.RECURSE, (byte) 1)).isEqualTo("6F00");
        assertThat(card.send(PurseApplet.STATE)).isEqualTo(FRESH);
        assertThat(card.again().send(PurseApplet.STATE)).isEqualTo(FRESH);
    }

    /** Compiled, but in no package that the build weaves. */
    public static final class OnlyCompiled extends Applet {
        public static void install(byte[] parameters, short offset, byte length) {
            new OnlyCompiled().register();
        }

        @Override
        public void process(APDU apdu) {}
    }

    @Test
    void applets_that_were_only_compiled_are_refused_with_the_command_to_run() {
        AppletModule module = new AppletModule(Specimen.PURSE, OnlyCompiled.class, new byte[0]);
        assertThatThrownBy(() ->
                        CardRuntime.install(
                                CardMemory.inMemory(Specimen.IMAGE_BYTES),
                                List.of(module),
                                Specimen.host()))
                .isInstanceOf(NotWoven.class)
                .hasMessageContaining("./mvnw process-classes");
    }
}
