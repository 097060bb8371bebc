package org.openmyna.card.applets;

import org.openmyna.card.applets.PowerCutRows.State;

/** The commands about RSA keys, and what happens if the chip computes wrongly. */
final class KeyRows {

    private static final String HASH = "20" + "5A".repeat(32);

    private KeyRows() {}

    static void add(CardMap application, PowerCutRows rows) {
        State closed = State.inUse("in use").with(application.select());
        State open = ApplicationRows.open(application);
        State verified = new State("in use, PINs verified", open.image(), open.before());
        for (int key : MapWorld.keys(application)) {
            String id = "%04X".formatted(key);
            generation(application, id, rows);
            if (key != 0x10) {
                String sign = sign(application, key, "02");
                rows.add(name(application), id, closed, PowerCutRule.NOTHING, sign);
                if (!isFree(application, key)) {
                    rows.add(name(application), id, verified, PowerCutRule.NOTHING, sign);
                }
                rows.add(
                        name(application) + ", one bit wrong",
                        id,
                        verified.with(MapCard::glitch),
                        PowerCutRule.END,
                        sign);
            }
        }
        if (application == CardMap.FORM_INPUT) {
            rows.add(
                    "SET SESSION KEY, one bit wrong",
                    "",
                    verified.with(MapCard::glitch),
                    PowerCutRule.END,
                    SecureClient.delivery(Rsa.octets(java.math.BigInteger.TWO)));
        }
        if (application != CardMap.COMMON && application != CardMap.JUKI) {
            String id = application == CardMap.JPKI ? "" : "default";
            rows.add(
                    "COMPUTE DIGITAL SIGNATURE",
                    id,
                    closed,
                    PowerCutRule.NOTHING,
                    "802A0200" + HASH + "00");
        }
        if (MapWorld.keys(application).isEmpty()) {
            State blank = State.filled("BLANK").with(application.select());
            rows.add("GENERATE KEY PAIR", "", blank, PowerCutRule.NOTHING, "00470000000000");
        }
        rows.add("GENERATE KEY PAIR", "", closed, PowerCutRule.NOTHING, "00470000000000");
    }

    private static boolean isFree(CardMap application, int key) {
        return application == CardMap.FORM_INPUT && key == 0x13
                || application == CardMap.CARD_FACE
                || application == CardMap.COMMON;
    }

    private static String name(CardMap application) {
        return application == CardMap.COMMON
                ? "INTERNAL AUTHENTICATE"
                : "COMPUTE DIGITAL SIGNATURE";
    }

    private static String sign(CardMap application, int key, String p1) {
        String head = application == CardMap.COMMON ? "008800" : "802A" + p1;
        return head + "%02X".formatted(0x80 | key) + HASH + "00";
    }

    private static void generation(CardMap application, String id, PowerCutRows rows) {
        String select = "00A4020C02" + id;
        String generate = "00470000000000";
        rows.add(
                "GENERATE KEY PAIR, the first",
                id,
                State.blank("BLANK, no key")
                        .after(withPins(application))
                        .with(application.select(), select),
                PowerCutRule.KEY,
                generate);
        rows.add(
                "GENERATE KEY PAIR, again",
                id,
                State.filled("BLANK, a key").with(application.select(), select),
                PowerCutRule.KEY,
                generate);
        rows.add(
                "GENERATE KEY PAIR, only read",
                id,
                State.filled("BLANK, a key").with(application.select(), select),
                PowerCutRule.NOTHING,
                "00470100000000");
    }

    /** Nobody sees a key without its PIN. */
    private static String[] withPins(CardMap application) {
        String[] commands = new String[application.references.size() + 1];
        commands[0] = application.select();
        for (int n = 1; n < commands.length; n++) {
            Reference reference = application.references.get(n - 1);
            commands[n] = reference.command("002401", reference.value);
        }
        return commands;
    }
}
