package org.openmyna.card.applets;

import static org.openmyna.card.applets.Personalisation.accepted;

import java.util.Arrays;
import java.util.List;
import org.openmyna.card.applets.PowerCutRows.State;

/** What the issuer security domain serves without a session, and the beginning of one. */
final class DomainRows {

    private static final byte[] OTHER_KEY = TestCard.bytes("E0".repeat(16));
    private static final String WRONG_CRYPTOGRAM = "8482330010" + "5A".repeat(16);
    private static final String INITIALIZE_UPDATE = "8050000008" + "0102030405060708" + "00";

    private DomainRows() {}

    static void add(PowerCutRows rows) {
        selection(rows);
        objects(rows);
        keysAndState(rows);
        beginnings(rows);
        ends(rows);
    }

    private static void selection(PowerCutRows rows) {
        State inUse = State.inUse("in use");
        State another = State.inUse("in use, another one current").with(TestCard.SELECT_JPKI);
        rows.add("SELECT by name", "", another, PowerCutRule.NOTHING, TestCard.SELECT_ISD);
        rows.add("SELECT by name", "", inUse, PowerCutRule.NOTHING, TestCard.SELECT_ISD);
        rows.add(
                "SELECT by name, in a session",
                "",
                inUse.with(MapCard::openChannel),
                PowerCutRule.NOTHING,
                TestCard.SELECT_ISD);
        rows.add("SELECT file", "", inUse, PowerCutRule.NOTHING, "00A4020C020001");
        rows.add("SELECT master file", "", inUse, PowerCutRule.NOTHING, "00A4000C");
        rows.add("power-on", "", inUse, PowerCutRule.NOTHING, MapCard::powerOn);
        rows.add("reset", "", inUse, PowerCutRule.NOTHING, MapCard::reset);
        State drafts = State.inUse("in use, drafts written").with(ChannelRows::writeDrafts);
        rows.add("power-on", "", drafts, PowerCutRule.UNSEEN, MapCard::powerOn);
        rows.add("SELECT by name", "", drafts, PowerCutRule.UNSEEN, TestCard.SELECT_ISD);
        rows.add(
                "power-on",
                "",
                drafts("in use, cut while COMMIT erased", "EE0100", 150, drafts),
                PowerCutRule.UNSEEN,
                MapCard::powerOn);
        rows.add(
                "power-on",
                "",
                drafts("in use, cut while drafts were discarded", "EE0000", 50, drafts),
                PowerCutRule.UNSEEN,
                MapCard::powerOn);
    }

    private static State drafts(String words, String command, int writes, State drafts) {
        return new State(
                words,
                drafts.image(),
                drafts.before()
                        .andThen(card -> card.cut(writes, () -> card.inChannel(command, ""))));
    }

    private static void objects(PowerCutRows rows) {
        State inUse = State.inUse("in use");
        State filled = State.filled("BLANK");
        rows.add("GET DATA", "", inUse, PowerCutRule.NOTHING, "00CA004500");
        rows.add("GET DATA", "", inUse, PowerCutRule.NOTHING, "80CA004500");
        rows.add("GET DATA, absent", "", inUse, PowerCutRule.NOTHING, "00CA004200");
        List<String> tags =
                List.of("0042", "0045", "0066", "00F0", "00F2", "00F7", "00F8", "7F21", "5F51");
        for (String tag : tags) {
            rows.add(
                    "STORE DATA, 8 octets",
                    tag,
                    filled,
                    PowerCutRule.WHOLE,
                    "80E200000B" + tag + "08" + "C8".repeat(8));
        }
        for (String tag : List.of("00F8", "7F21")) {
            rows.add(
                    "STORE DATA, 568 octets",
                    tag,
                    filled,
                    PowerCutRule.WHOLE,
                    "80E2000000023D" + tag + "820238" + "C8".repeat(568));
        }
        rows.add("STORE DATA", "", inUse, PowerCutRule.NOTHING, "80E20000040042" + "0177");
    }

    private static void keysAndState(PowerCutRows rows) {
        State inUse = State.inUse("in use");
        rows.add(
                "PUT KEY",
                "",
                State.blank("BLANK, no keys"),
                PowerCutRule.WHOLE,
                Scp03Host.putKey());
        rows.add(
                "PUT KEY",
                "",
                State.filled("BLANK, other keys"),
                PowerCutRule.WHOLE,
                Scp03Host.putKey(OTHER_KEY, OTHER_KEY, OTHER_KEY));
        rows.add(
                "PUT KEY, check value wrong",
                "",
                State.filled("BLANK, other keys"),
                PowerCutRule.NOTHING,
                Scp03Host.putKey(OTHER_KEY, OTHER_KEY, OTHER_KEY).replaceAll("..$", "00"));
        rows.add("PUT KEY", "", inUse, PowerCutRule.NOTHING, Scp03Host.putKey());
        rows.add(
                "SET STATUS, PERSONALISED",
                "",
                State.filled("BLANK"),
                PowerCutRule.WHOLE,
                TestCard.SET_PERSONALISED);
        rows.add(
                "SET STATUS, PERSONALISED",
                "",
                inUse,
                PowerCutRule.NOTHING,
                TestCard.SET_PERSONALISED);
        rows.add("SET STATUS, TERMINATED", "", inUse, PowerCutRule.NOTHING, "80F0807F");
        rows.add("80 E6", "", inUse, PowerCutRule.NOTHING, "80E62000");
        rows.add("80 EE", "", inUse, PowerCutRule.NOTHING, "80EE0100");
    }

    private static void beginnings(PowerCutRows rows) {
        State inUse = State.inUse("in use");
        String initialize = "INITIALIZE UPDATE";
        rows.add(
                initialize,
                "",
                State.blank("BLANK, no keys"),
                PowerCutRule.NOTHING,
                INITIALIZE_UPDATE);
        rows.add(initialize, "", State.filled("BLANK"), PowerCutRule.NOTHING, INITIALIZE_UPDATE);
        rows.add(initialize, "", inUse, PowerCutRule.NOTHING, INITIALIZE_UPDATE);
        rows.add(
                initialize,
                "",
                State.inUse("in use, drafts written").with(ChannelRows::writeDrafts),
                PowerCutRule.UNSEEN,
                INITIALIZE_UPDATE);
        String authenticate = "EXTERNAL AUTHENTICATE";
        State begun = State.inUse("in use, all channel tries").with(MapCard::beginChannel);
        State some = failed("in use, one channel try gone", 1).with(MapCard::beginChannel);
        State last = failed("in use, last channel try", 9).with(MapCard::beginChannel);
        rows.add(
                authenticate + ", no INITIALIZE UPDATE",
                "",
                inUse,
                PowerCutRule.NOTHING,
                WRONG_CRYPTOGRAM);
        rows.add(
                authenticate + ", right",
                "",
                begun,
                PowerCutRule.RIGHT_MAC,
                DomainRows::authenticate);
        rows.add(
                authenticate + ", right",
                "",
                some,
                PowerCutRule.RIGHT_MAC_AFTER_WRONG_ONES,
                DomainRows::authenticate);
        rows.add(authenticate + ", wrong", "", begun, PowerCutRule.WRONG_MAC, WRONG_CRYPTOGRAM);
        rows.add(authenticate + ", wrong", "", some, PowerCutRule.WRONG_MAC, WRONG_CRYPTOGRAM);
        rows.add(authenticate + ", wrong", "", last, PowerCutRule.END, WRONG_CRYPTOGRAM);
        rows.others("class 84, any", inUse, PowerCutRule.NOTHING, card -> card.send("84E62000"));
        rows.others("class 08, any", inUse, PowerCutRule.NOTHING, card -> card.send("08200000"));
    }

    private static void authenticate(MapCard card) {
        accepted(card, card.channel().externalAuthenticate(0x33));
    }

    static State failed(String words, int times) {
        String[] commands = new String[2 * times];
        Arrays.setAll(commands, n -> n % 2 == 0 ? INITIALIZE_UPDATE : WRONG_CRYPTOGRAM);
        return State.inUse(words).after(commands);
    }

    private static void ends(PowerCutRows rows) {
        State inUse = State.inUse("in use");
        rows.add("attack, told by the sensor", "", inUse, PowerCutRule.END, MapCard::attack);
        rows.add(
                "attack, told by the sensor",
                "",
                State.inUse("in use, another one current").with(TestCard.SELECT_JPKI),
                PowerCutRule.END,
                MapCard::attack);
        rows.add(
                "attack, told by the sensor",
                "",
                State.filled("BLANK"),
                PowerCutRule.END,
                MapCard::attack);
        rows.add(
                "power-on",
                "",
                endedBy(State.inUse("TERMINATED, erasure cut off"), 40),
                PowerCutRule.AFTER_THE_END,
                MapCard::powerOn);
        State dead = endedBy(State.inUse("TERMINATED"), Integer.MAX_VALUE);
        rows.add("power-on", "", dead, PowerCutRule.NOTHING, MapCard::powerOn);
        rows.add("any command", "", dead, PowerCutRule.NOTHING, TestCard.SELECT_ISD);
    }

    /** After so many writes of SET STATUS: TERMINATED. */
    static State endedBy(State inUse, int writes) {
        return inUse.with(card -> {
            card.openChannel();
            if (writes == Integer.MAX_VALUE) {
                card.inChannel("F0807F", "");
            } else {
                card.cut(writes, () -> card.inChannel("F0807F", ""));
            }
        });
    }
}
