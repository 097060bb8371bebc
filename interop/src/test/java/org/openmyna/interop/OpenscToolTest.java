package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.openmyna.interop.OutsideProgram.OPENSC_TOOL;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openmyna.card.chip.ReaderSlot;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.interop.OverheardCard.Exchange;

/** OpenSC recognises the card (card reference 7.1, 7.2). */
class OpenscToolTest {
    private static final String SELECT_JPKI = "00A4040C0AD392F000260100000001";
    private static final String ATR_OF_A_CONTACTLESS_CARD = "3B8880010000" + "05E0B381A1007F";

    /** What version 0.23.0 sends before it takes the card for ours (card reference 7.1). */
    private static final List<Exchange> PROBES =
            Stream.of(
                            Stream.of(
                                    new Exchange("00A4040007627601FF000000", "6A82"),
                                    new Exchange("00A4040006A00000000101", "6A82"),
                                    new Exchange("00A404000BE82B0601040181C31F020100", "6A82"),
                                    new Exchange(
                                            "00A4040C0FD23300000045737445494420763335", "6A82"),
                                    new Exchange("00CADF3005", "6A88"),
                                    new Exchange("00CB3FFF035C017E08", "6D00"),
                                    new Exchange("00A4040009A0000003080000100000", "6A82"),
                                    new Exchange("00A4040009A0000003080000100000", "6A82"),
                                    new Exchange("00A4040C07A000000116DB0000", "6A82"),
                                    new Exchange("00A4040C07A000000079100000", "6A82")),
                            IntStream.range(0, 16)
                                    .mapToObj("00A4040C07A00000007901%02X00"::formatted)
                                    .map(probe -> new Exchange(probe, "6A82")),
                            Stream.of(
                                    new Exchange("00A404000CF276A288BCFBA69D34F31001", "6A82"),
                                    new Exchange("00A4040009A0000003974254465900", "6A82"),
                                    new Exchange("00A4040006D2760001240100", "6A82")))
                    .flatMap(probes -> probes)
                    .toList();

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

    /** Another version may send others: those above stand for them all. */
    @Test
    void version_0_23_sends_what_the_reference_recorded_byte_for_byte() {
        assumeTrue(isVersion023(), "OpenSC of this machine is another version");
        assertThat(whatOpenscSays(new OverheardCard(reader.specimen().card()))).isEqualTo(PROBES);
        List<Exchange> withSelect = new ArrayList<>(PROBES);
        withSelect.add(new Exchange(SELECT_JPKI, "9000"));
        assertThat(
                        whatOpenscSays(
                                new OverheardCard(
                                        reader.specimen().card(), ATR_OF_A_CONTACTLESS_CARD)))
                .isEqualTo(withSelect);
    }

    @Test
    void the_recorded_probes_get_the_same_answers_whatever_was_selected_before() throws Exception {
        try (var client = new Conversation()) {
            for (CardApplication application : CardApplication.values()) {
                String aid = HexFormat.of().formatHex(application.aid());
                for (Exchange probe : PROBES) {
                    client.ask("00A4040C%02X".formatted(aid.length() / 2) + aid, "9000");
                    if (!probe.command().startsWith("00CADF30")) {
                        client.ask(probe.command(), probe.statusWord());
                    }
                }
            }
        }
        try (var client = new Conversation()) {
            for (Exchange probe : PROBES) client.ask(probe.command(), probe.statusWord());
        }
    }

    private static boolean isVersion023() {
        return OPENSC_TOOL.run("--info").output().contains("0.23.");
    }

    private List<Exchange> whatOpenscSays(OverheardCard card) {
        reader.eject();
        try (var ignored = reader.pcsc().insert(card, ReaderSlot.FIRST)) {
            OPENSC_TOOL.run("--name").succeeds().says("jpki");
            return List.copyOf(card.exchanges());
        }
    }
}
