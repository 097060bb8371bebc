package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import org.openmyna.card.applets.PowerCutRows.State;

/** What the issuer does in a session. */
final class ChannelRows {

    private static final String WRONG_MAC = "84CA004508" + "5A".repeat(8) + "00";
    private static final String DIGEST_INFO = "AA".repeat(51);

    private ChannelRows() {}

    static void add(PowerCutRows rows) {
        session(rows);
        references(rows);
        drafts(rows);
        ends(rows);
    }

    private static State open() {
        return State.inUse("session").with(MapCard::openChannel);
    }

    private static State open(CardMap application) {
        return State.inUse("session").with(card -> card.openChannel(application));
    }

    private static void session(PowerCutRows rows) {
        State open = open();
        rows.others(
                "class 00, any, without MAC", open, PowerCutRule.NOTHING, c -> c.send("00200000"));
        rows.others(
                "class 80, any, without MAC", open, PowerCutRule.NOTHING, c -> c.send("80E62000"));
        rows.others(
                "class 84, any, MAC wrong", open, PowerCutRule.WRONG_MAC, c -> c.send(WRONG_MAC));
        rows.others(
                "class 84, unknown instruction",
                open,
                PowerCutRule.RIGHT_MAC,
                c -> c.inChannel("000000", ""));
        rows.add("SELECT file, without MAC", "", open, PowerCutRule.NOTHING, "00A4020C020001");
        rows.add("80 A4, without MAC", "", open, PowerCutRule.NOTHING, "80A40000");
        rows.add(
                "INITIALIZE UPDATE",
                "",
                open,
                PowerCutRule.NOTHING,
                "8050000008" + "0102030405060708" + "00");
        rows.add(
                "EXTERNAL AUTHENTICATE, once more",
                "",
                open,
                PowerCutRule.NOTHING,
                "8482330010" + "5A".repeat(16));
        rows.add(
                "GET DATA", "", open, PowerCutRule.RIGHT_MAC, card -> card.inChannel("CA0045", ""));
        for (CardMap application : CardMap.values()) {
            rows.add(
                    "INSTALL [for personalization]",
                    application.toString(),
                    open,
                    PowerCutRule.RIGHT_MAC,
                    card -> card.inChannel("E62000", IssuerCard.named(application.aid)));
        }
        rows.add(
                "STORE DATA, no application named",
                "",
                open,
                PowerCutRule.RIGHT_MAC,
                card -> card.inChannel("E20000", "00010000AA"));
        rows.add(
                "COMMIT, no drafts",
                "",
                open,
                PowerCutRule.RIGHT_MAC,
                card -> card.inChannel("EE0100", ""));
        rows.add(
                "discard, no drafts",
                "",
                open,
                PowerCutRule.RIGHT_MAC,
                card -> card.inChannel("EE0000", ""));
        rows.add(
                "SET STATUS, PERSONALISED",
                "",
                open,
                PowerCutRule.RIGHT_MAC,
                card -> card.inChannel("F0800F", ""));
    }

    private static void references(PowerCutRows rows) {
        for (CardMap application : CardMap.values()) {
            for (Reference reference : application.references) {
                String file = "%s %04X".formatted(application, reference.file);
                String id = "%04X0000".formatted(reference.file);
                State all = open(application);
                String[] guesses = new String[reference.tries + 1];
                java.util.Arrays.fill(guesses, reference.verify(reference.other));
                guesses[0] = reference.select;
                State blocked =
                        State.inUse("session, reference blocked")
                                .after(guesses)
                                .with(card -> card.openChannel(application));
                rows.add(
                        "STORE DATA, new value",
                        file,
                        all,
                        PowerCutRule.CHANNEL_WHOLE,
                        card -> card.inChannel("E20000", id + reference.other));
                rows.add(
                        "STORE DATA, new value",
                        file,
                        blocked,
                        PowerCutRule.CHANNEL_WHOLE,
                        card -> card.inChannel("E20000", id + reference.other));
                rows.add(
                        "STORE DATA, unlock",
                        file,
                        blocked,
                        PowerCutRule.CHANNEL_WHOLE,
                        card -> card.inChannel("E20000", id));
                rows.add(
                        "STORE DATA, unlock",
                        file,
                        all,
                        PowerCutRule.RIGHT_MAC,
                        card -> card.inChannel("E20000", id));
                rows.add(
                        "STORE DATA, value too long",
                        file,
                        all,
                        PowerCutRule.RIGHT_MAC,
                        card -> card.inChannel("E20000", id + "31".repeat(17)));
            }
        }
        State form = open(CardMap.FORM_INPUT);
        rows.add(
                "STORE DATA, new value",
                "FORM_INPUT 0012",
                form,
                PowerCutRule.RIGHT_MAC,
                card -> card.inChannel("E20000", "00120000" + TestCard.PIN));
        rows.add(
                "STORE DATA, unlock",
                "FORM_INPUT 0012",
                form,
                PowerCutRule.RIGHT_MAC,
                card -> card.inChannel("E20000", "00120000"));
    }

    private static void drafts(PowerCutRows rows) {
        for (CardMap application : MapWorld.WITH_DRAFTS) {
            State open = open(application);
            for (int file : MapWorld.replaceable(application)) {
                String name = "%s %04X".formatted(application, file);
                String id = "%04X".formatted(file);
                State begun =
                        State.inUse("session, draft begun")
                                .with(card -> {
                                    card.openChannel(application);
                                    assertThat(card.inChannel("E20000", id + "0000" + MapWorld.NEW))
                                            .isEqualTo("9000");
                                });
                rows.add(
                        "STORE DATA, 24 octets of a draft",
                        name,
                        open,
                        PowerCutRule.DRAFT,
                        card -> card.inChannel("E20000", id + "0000" + MapWorld.NEW));
                rows.add(
                        "STORE DATA, 24 octets more",
                        name,
                        begun,
                        PowerCutRule.DRAFT,
                        card -> card.inChannel("E20000", id + "0018" + MapWorld.NEW));
            }
        }
        rows.add(
                "STORE DATA, no draft possible",
                "FORM_INPUT 0001",
                open(CardMap.FORM_INPUT),
                PowerCutRule.RIGHT_MAC,
                card -> card.inChannel("E20000", "00010000AA"));
        State jpki = open(CardMap.JPKI);
        for (String key : java.util.List.of("0017", "001A")) {
            String name = "JPKI " + key;
            State made =
                    State.inUse("session, draft key made").with(card -> makeDraftKey(card, key));
            rows.add(
                    "GENERATE KEY PAIR, the first",
                    name,
                    jpki,
                    PowerCutRule.DRAFT,
                    card -> card.inChannel("470000", key));
            rows.add(
                    "GENERATE KEY PAIR, again",
                    name,
                    made,
                    PowerCutRule.DRAFT,
                    card -> card.inChannel("470000", key));
            rows.add(
                    "COMPUTE DIGITAL SIGNATURE, draft",
                    name,
                    made,
                    PowerCutRule.RIGHT_MAC,
                    card -> card.inChannel("2A0000", key + DIGEST_INFO));
            rows.add(
                    "COMPUTE DIGITAL SIGNATURE, no draft",
                    name,
                    jpki,
                    PowerCutRule.RIGHT_MAC,
                    card -> card.inChannel("2A0000", key + DIGEST_INFO));
        }
        State drafts =
                State.inUse("session, drafts in all applications").with(ChannelRows::writeDrafts);
        rows.add(
                "COMMIT",
                "",
                drafts,
                PowerCutRule.CHANNEL_WHOLE,
                card -> card.inChannel("EE0100", ""));
        rows.add("discard", "", drafts, PowerCutRule.DRAFT, card -> card.inChannel("EE0000", ""));
        State files =
                State.inUse("session, drafts of files alone")
                        .with(card -> {
                            card.openChannel();
                            writeFiles(card, MapWorld.NEW);
                        });
        rows.add(
                "COMMIT",
                "",
                files,
                PowerCutRule.CHANNEL_WHOLE,
                card -> card.inChannel("EE0100", ""));
        State second =
                State.inUse("session, drafts after a COMMIT")
                        .with(card -> {
                            writeDrafts(card);
                            assertThat(card.inChannel("EE0100", "")).isEqualTo("9000");
                            writeFiles(card, "3B".repeat(8));
                        });
        rows.add(
                "COMMIT",
                "",
                second,
                PowerCutRule.CHANNEL_WHOLE,
                card -> card.inChannel("EE0100", ""));
    }

    private static void makeDraftKey(MapCard card, String key) {
        card.openChannel(CardMap.JPKI);
        assertThat(card.inChannel("470000", key)).endsWith("9000");
    }

    /** Of every file that can be replaced, and of both keys of JPKI. */
    static void writeDrafts(MapCard card) {
        card.openChannel();
        for (CardMap application : MapWorld.WITH_DRAFTS) {
            assertThat(card.inChannel("E62000", IssuerCard.named(application.aid)))
                    .isEqualTo("9000");
            for (int file : MapWorld.replaceable(application)) {
                assertThat(card.inChannel("E20000", "%04X0000".formatted(file) + MapWorld.NEW))
                        .isEqualTo("9000");
            }
            if (application == CardMap.JPKI) {
                assertThat(card.inChannel("470000", "0017")).endsWith("9000");
                assertThat(card.inChannel("470000", "001A")).endsWith("9000");
            }
        }
    }

    /** The same content at the start of every file that can be replaced. */
    private static void writeFiles(MapCard card, String content) {
        for (CardMap application : MapWorld.WITH_DRAFTS) {
            assertThat(card.inChannel("E62000", IssuerCard.named(application.aid)))
                    .isEqualTo("9000");
            for (int file : MapWorld.replaceable(application)) {
                assertThat(card.inChannel("E20000", "%04X0000".formatted(file) + content))
                        .isEqualTo("9000");
            }
        }
    }

    private static void ends(PowerCutRows rows) {
        rows.add(
                "SET STATUS, TERMINATED",
                "",
                open(),
                PowerCutRule.CHANNEL_END,
                card -> card.inChannel("F0807F", ""));
        State faulty =
                State.inUse("session, draft key made")
                        .with(card -> {
                            makeDraftKey(card, "0017");
                            card.glitch();
                        });
        rows.add(
                "COMPUTE DIGITAL SIGNATURE, draft, one bit wrong",
                "JPKI 0017",
                faulty,
                PowerCutRule.CHANNEL_END,
                card -> card.inChannel("2A0000", "0017" + DIGEST_INFO));
    }
}
