package org.openmyna.card.applets;

import java.util.List;
import org.openmyna.card.applets.PowerCutRows.State;

/** Selection, files and what the five applications share; secure messaging of one of them. */
final class ApplicationRows {

    private ApplicationRows() {}

    static void add(CardMap application, PowerCutRows rows) {
        selection(application, rows);
        files(application, rows);
        refusals(application, rows);
        if (application == CardMap.FORM_INPUT) {
            secureMessaging(rows);
        } else {
            rows.others(
                    "class 08, any",
                    selected(application),
                    PowerCutRule.NOTHING,
                    card -> card.send("08200000"));
        }
    }

    private static State selected(CardMap application) {
        return State.inUse("in use").with(application.select());
    }

    /** In use, and every reference verified. */
    static State open(CardMap application) {
        return selected(application).with(card -> verifyAll(card, application));
    }

    static void verifyAll(MapCard card, CardMap application) {
        for (Reference reference : application.references) {
            Personalisation.accepted(card, reference.verify(reference.value));
        }
    }

    private static State blank(CardMap application) {
        return State.filled("BLANK").with(application.select());
    }

    private static void selection(CardMap application, PowerCutRows rows) {
        State other = State.inUse("in use, another one current");
        State same = selected(application);
        rows.add("SELECT by name", "", other, PowerCutRule.NOTHING, application.select());
        rows.add("SELECT by name", "", same, PowerCutRule.NOTHING, application.select());
        rows.add(
                "SELECT by name, the next",
                "",
                other,
                PowerCutRule.NOTHING,
                "00A4040E0A" + application.aid);
        rows.add("SELECT by name, unknown", "", same, PowerCutRule.NOTHING, "00A4040C05A000000999");
        for (int file : application.files) {
            String id = "%04X".formatted(file);
            rows.add("SELECT file", id, same, PowerCutRule.NOTHING, "00A4020C02" + id);
        }
        rows.add("SELECT file, unknown", "", same, PowerCutRule.NOTHING, "00A4020C0200FF");
        rows.add("SELECT master file", "", same, PowerCutRule.NOTHING, "00A40000");
    }

    private static void files(CardMap application, PowerCutRows rows) {
        State closed = selected(application);
        State open = open(application);
        State blank = blank(application);
        for (int file : application.files) {
            if (application.references.stream().anyMatch(r -> r.file == file)
                    || MapWorld.keys(application).contains(file)) {
                continue;
            }
            String id = "%04X".formatted(file);
            if (isOfRecords(application, file)) {
                records(id, closed, blank, rows);
                continue;
            }
            String place = "%02X00".formatted(0x80 | file);
            String read = "00B0" + place + "00";
            rows.add("READ BINARY", id, open, PowerCutRule.NOTHING, read);
            rows.add("READ BINARY", id, closed, PowerCutRule.NOTHING, read);
            rows.add("UPDATE BINARY", id, closed, PowerCutRule.NOTHING, "00D6" + place + "01AA");
            if (file == 0x12) {
                continue;
            }
            rows.add(
                    "UPDATE BINARY, 3 octets",
                    id,
                    blank,
                    PowerCutRule.WHOLE,
                    "00D6" + place + "03A1A2A3");
        }
        longest(application)
                .forEach(content ->
                        rows.add(
                                "UPDATE BINARY, whole file",
                                content.substring(0, 4),
                                blank,
                                PowerCutRule.WHOLE,
                                "00D6%02X0000"
                                                .formatted(
                                                        0x80
                                                                | Integer.parseInt(
                                                                        content.substring(0, 4),
                                                                        16))
                                        + content.substring(4)));
        if (application != CardMap.JUKI && application != CardMap.COMMON) {
            rows.add("READ RECORD, no record file", "", closed, PowerCutRule.NOTHING, "00B2010C00");
            rows.add(
                    "UPDATE RECORD, no record file",
                    "",
                    blank,
                    PowerCutRule.NOTHING,
                    "00DC010C01AA");
            rows.add("UPDATE RECORD", "", closed, PowerCutRule.NOTHING, "00DC010C01AA");
        }
        if (application == CardMap.COMMON) {
            rows.add("READ BINARY, no such file", "", closed, PowerCutRule.NOTHING, "00B0810000");
            rows.add(
                    "UPDATE BINARY, no such file", "", blank, PowerCutRule.NOTHING, "00D6810001AA");
        }
    }

    private static boolean isOfRecords(CardMap application, int file) {
        return application == CardMap.COMMON && file <= 2
                || application == CardMap.JUKI && file == 2;
    }

    /** File id, length and content of the longest single commands. */
    private static List<String> longest(CardMap application) {
        return switch (application) {
            case JPKI -> List.of(whole(0x01, 3072), whole(0x0B, 2048));
            case FORM_INPUT -> List.of(whole(0x02, 1024));
            case CARD_FACE -> List.of(whole(0x01, 547));
            case JUKI, COMMON -> List.of();
        };
    }

    private static String whole(int file, int length) {
        return "%04X%04X".formatted(file, length) + "5C".repeat(length);
    }

    private static void records(String id, State closed, State blank, PowerCutRows rows) {
        int file = Integer.parseInt(id, 16);
        String place = "01%02X".formatted(file << 3 | 4);
        rows.add("READ RECORD", id, closed, PowerCutRule.NOTHING, "00B2" + place + "00");
        rows.add("UPDATE RECORD", id, closed, PowerCutRule.NOTHING, "00DC" + place + "01AA");
        rows.add(
                "UPDATE RECORD",
                id,
                blank,
                PowerCutRule.WHOLE,
                card -> {
                    String there = card.send("00B2" + place + "00");
                    int length = there.length() / 2 - 2;
                    card.send("00DC" + place + "%02X".formatted(length) + "6E".repeat(length));
                });
    }

    private static void refusals(CardMap application, PowerCutRows rows) {
        State closed = selected(application);
        rows.add("GET CHALLENGE", "", closed, PowerCutRule.NOTHING, "0084000008");
        for (String instruction : List.of("06", "50", "52", "54", "8A")) {
            rows.add(
                    "JICSAP 80 " + instruction,
                    "",
                    closed,
                    PowerCutRule.NOTHING,
                    "80" + instruction + "0000");
        }
        if (application == CardMap.JPKI) {
            rows.add("80 FC", "", closed, PowerCutRule.NOTHING, "80FC0000");
        }
        if (application != CardMap.COMMON) {
            rows.add(
                    "INTERNAL AUTHENTICATE",
                    "",
                    closed,
                    PowerCutRule.NOTHING,
                    "008800990411223344" + "00");
        }
        if (application != CardMap.FORM_INPUT) {
            rows.add("SET SESSION KEY", "", closed, PowerCutRule.NOTHING, "80AE0000");
        }
        rows.add(
                "any command",
                "",
                terminated(),
                PowerCutRule.NOTHING,
                card -> card.send(application.select()));
    }

    /** Out of use, and everything that must go is gone. */
    static State terminated() {
        return DomainRows.endedBy(State.inUse("TERMINATED"), Integer.MAX_VALUE);
    }

    /** The form input application is current, its PIN verified, a session key delivered. */
    static void startSession(MapCard card) {
        Personalisation.accepted(card, TestCard.SELECT_FORM_INPUT);
        Personalisation.accepted(card, Reference.FORM_INPUT.verify(TestCard.PIN));
        Session.start(card);
    }

    private static void secureMessaging(PowerCutRows rows) {
        State without = State.inUse("in use, no session").with(TestCard.SELECT_FORM_INPUT);
        State pin = without.with(Reference.FORM_INPUT.verify(TestCard.PIN));
        State open = new State("in use, PIN verified", pin.image(), pin.before());
        State session =
                new State("in use, session", pin.image(), pin.before().andThen(Session::start));
        String key = SecureClient.delivery(SESSION_KEY);
        rows.add("SET SESSION KEY", "", without, PowerCutRule.NOTHING, key);
        rows.add("SET SESSION KEY", "", open, PowerCutRule.NOTHING, key);
        rows.add(
                "SET SESSION KEY, content wrong",
                "",
                session,
                PowerCutRule.NOTHING,
                SecureClient.delivery(new byte[256]));
        rows.others("class 08, any", without, PowerCutRule.NOTHING, c -> c.send("08200091"));
        rows.others("class 08, any other", session, PowerCutRule.NOTHING, c -> c.send("08240191"));
        rows.add(
                "VERIFY, right, protected",
                "0011",
                session,
                PowerCutRule.RIGHT_GUESS,
                card -> Session.send(card, "08200091", TestCard.PIN));
        rows.add(
                "VERIFY, wrong, protected",
                "0014",
                session,
                PowerCutRule.WRONG_GUESS,
                card -> Session.send(card, "08200094", Reference.FORM_INPUT_A.other));
        rows.add("VERIFY, object wrong", "", session, PowerCutRule.NOTHING, "082000910486020100");
        rows.add(
                "SELECT file, protected",
                "",
                session,
                PowerCutRule.NOTHING,
                card -> Session.send(card, "08A4020C", "0001"));
        rows.add(
                "READ BINARY, protected",
                "0001",
                session,
                PowerCutRule.NOTHING,
                "08B0810005960300001100");
    }

    private static final byte[] SEED = new byte[32];
    private static final byte[] SESSION_KEY =
            SecureClient.encrypted(
                    SecureClient.message(SEED),
                    (java.security.interfaces.RSAPublicKey) MapWorld.PAIRS.get(2).getPublic());

    /** The terminal's side of the first protected command of a session. */
    private static final class Session {

        static void start(MapCard card) {
            Personalisation.accepted(card, SecureClient.delivery(SESSION_KEY));
        }

        static void send(MapCard card, String header, String data) {
            SecureClient.resumed(card, SEED).send(header, data);
        }
    }
}
