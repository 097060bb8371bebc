package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.interop.OutsideProgram.OPENSC_TOOL;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openmyna.card.chip.ReaderSlot;
import org.openmyna.interop.OverheardCard.Exchange;

/** OpenSC recognises the card (card reference 7.1, 7.2). */
class OpenscToolTest {
    private static final String SELECT_JPKI = "00A4040C0AD392F000260100000001";
    private static final String ATR_OF_A_CONTACTLESS_CARD = "3B8880010000" + "05E0B381A1007F";

    @RegisterExtension final CardInReader reader = new CardInReader();

    @Test
    void the_card_is_a_jpki_card_with_the_atr_of_a_real_one() {
        OPENSC_TOOL.run("--name").succeeds().says("jpki");
        OPENSC_TOOL.run("--atr").succeeds().says("3b:e0:00:ff:81:31:fe:45:14");
        OPENSC_TOOL.run("--list-readers").succeeds().says("Yes", "Virtual PCD 00 00");
        OPENSC_TOOL.run("--serial").says("SC_CARDCTL_GET_SERIALNR", "failed");
    }

    @Test
    void none_of_the_probes_for_other_cards_succeeds() {
        List<Exchange> heard = whatOpenscSays(new OverheardCard(reader.specimen().card()));
        assertThat(heard).hasSizeGreaterThan(20);
        assertThat(heard).allSatisfy(one -> assertThat(one.statusWord()).startsWith("6"));
    }

    @Test
    void a_card_with_an_atr_that_opensc_does_not_know_is_found_by_its_application() {
        List<Exchange> heard =
                whatOpenscSays(
                        new OverheardCard(reader.specimen().card(), ATR_OF_A_CONTACTLESS_CARD));
        assertThat(heard.getLast())
                .as(heard.toString())
                .isEqualTo(new Exchange(SELECT_JPKI, "9000"));
        assertThat(heard.subList(0, heard.size() - 1))
                .allSatisfy(one -> assertThat(one.statusWord()).startsWith("6"));
    }

    @Test
    void bare_commands_get_the_cards_own_answers() {
        OPENSC_TOOL
                .run(
                        "-s",
                        "00A4040C0AD392F000260100000001",
                        "-s",
                        "00A4020C020006",
                        "-s",
                        "00B0000020")
                .succeeds()
                .says("SW1=0x90, SW2=0x00", "JPKIAPICCTOKEN2");
        OPENSC_TOOL.run("-s", "00A4040C05A0A0A0A0A0").says("SW1=0x6A, SW2=0x82");
        OPENSC_TOOL.run("-s", "01A4040C0AD392F000260100000001").says("SW1=0x68, SW2=0x81");
    }

    private List<Exchange> whatOpenscSays(OverheardCard card) {
        reader.eject();
        try (var ignored = reader.pcsc().insert(card, ReaderSlot.FIRST)) {
            OPENSC_TOOL.run("--name").succeeds().says("jpki");
            return List.copyOf(card.exchanges());
        }
    }
}
