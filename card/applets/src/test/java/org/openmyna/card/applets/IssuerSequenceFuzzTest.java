package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Sequences by chance over all applications and the issuer's sessions, and bodies that contradict
 * themselves: nothing is an exception that nobody thought of, and the card works afterwards.
 */
class IssuerSequenceFuzzTest {

    private static final int LENGTH = Integer.getInteger("openmyna.test.length", 1);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String[] IN_SESSION = {
        "E62000", "E20000", "E20000", "E20000", "470000", "2A0000", "EE0100", "EE0000", "CA0045",
        "F0800F", "E20001", "E62001", "D80081", "500000", "820000"
    };

    private final Random chance = new Random(30_911);

    @Test
    void commands_of_holder_and_issuer_in_any_order_are_all_foreseen() {
        for (int n = 0; n < 25 * LENGTH; n++) {
            MapCard card = new MapCard(MapWorld.OURS, MapWorld.OURS.inUse);
            var commands = new CommandGenerator(31_000 + n, 300);
            for (int m = 0; m < 40; m++) {
                if (chance.nextBoolean()) {
                    session(card);
                }
                for (int k = chance.nextInt(8); k > 0; k--) {
                    byte[] command = commands.next();
                    assertForeseen(command, card.transmit(command));
                }
            }
            works(card);
            works(new MapCard(MapWorld.OURS, card.image()));
        }
    }

    /** Ends at some point with whatever comes next. */
    private void session(MapCard card) {
        card.openChannel();
        for (int k = chance.nextInt(10); k > 0; k--) {
            String header = IN_SESSION[chance.nextInt(IN_SESSION.length)];
            // Making keys is slow.
            if (header.startsWith("47") && chance.nextInt(8) > 0) {
                continue;
            }
            String answer = card.inChannel(header, body(header));
            assertThat(answer).as(header).doesNotEndWith("6F00");
        }
    }

    private String body(String header) {
        CardMap application = CardMap.values()[chance.nextInt(CardMap.values().length)];
        String file =
                "%04X".formatted(application.files.get(chance.nextInt(application.files.size())));
        String body =
                switch (header.substring(0, 2)) {
                    case "E6" -> IssuerCard.named(application.aid);
                    case "E2" -> file + "0000" + random(1 + chance.nextInt(40));
                    case "47" -> file;
                    case "2A" -> file + random(51);
                    default -> "";
                };
        return switch (chance.nextInt(6)) {
            case 0 -> body.substring(0, 2 * chance.nextInt(body.length() / 2 + 1));
            case 1 -> body + random(chance.nextInt(chance.nextInt(4) == 0 ? 900 : 20));
            default -> body;
        };
    }

    @Test
    void bodies_of_personalisation_that_contradict_themselves_are_refused_whole() {
        List<String> right =
                List.of(
                        Scp03Host.putKey(),
                        IssuerCard.STORE_CARD_NUMBER,
                        "80E2000084" + "0066" + "8180" + "6B".repeat(128).substring(2),
                        IssuerCard.STORE_CERTIFICATE);
        MapCard card = new MapCard(MapWorld.OURS, MapWorld.OURS.filled);
        for (int n = 0; n < 4_000 * LENGTH; n++) {
            String command = right.get(chance.nextInt(right.size()));
            boolean extended = command.startsWith("00", 8);
            byte[] body = HEX.parseHex(command.substring(extended ? 14 : 10));
            byte[] spoiled = spoiled(body);
            String sent =
                    command.substring(0, 8)
                            + (spoiled.length == 0 ? "" : "00%04X".formatted(spoiled.length))
                            + HEX.formatHex(spoiled);
            String answer = card.send(sent);
            assertThat(answer).as(sent).isIn("9000", "6700", "6A80", "6A88");
        }
        MapCard after = new MapCard(MapWorld.OURS, card.image());
        assertThat(after.send("00CA00F8000000")).endsWith("9000");
        Personalisation.accepted(after, Scp03Host.putKey(), TestCard.SET_PERSONALISED);
        after.openChannel();
    }

    private byte[] spoiled(byte[] body) {
        byte[] spoiled = body.clone();
        switch (chance.nextInt(4)) {
            case 0 -> spoiled = java.util.Arrays.copyOf(body, chance.nextInt(body.length));
            case 1 ->
                    spoiled = java.util.Arrays.copyOf(body, body.length + 1 + chance.nextInt(400));
            // The tag, or the first octets of the length.
            case 2 -> spoiled[chance.nextInt(5)] = (byte) chance.nextInt();
            default -> spoiled[chance.nextInt(body.length)] ^= (byte) (1 << chance.nextInt(8));
        }
        return spoiled;
    }

    /** 6F00 is an answer to a session key whose number is not below the modulus, and to that. */
    private static void assertForeseen(byte[] command, byte[] answer) {
        int statusWord = TestCard.statusWord(answer);
        boolean sessionKey =
                command.length > 1 && command[0] == (byte) 0x80 && command[1] == (byte) 0xAE;
        if (statusWord == 0x6F00 && !sessionKey || statusWord == 0x6600) {
            throw new AssertionError(HEX.formatHex(command) + " " + HEX.formatHex(answer));
        }
    }

    private static void works(MapCard card) {
        card.openChannel(CardMap.JPKI);
        assertThat(card.inChannel("E20000", "00180000" + TestCard.PIN)).isEqualTo("9000");
        Personalisation.accepted(card, TestCard.SELECT_JPKI, "0020009804" + TestCard.PIN);
        assertThat(card.send("802A009701AA00")).hasSize(2 * 258);
    }

    private String random(int length) {
        byte[] bytes = new byte[length];
        chance.nextBytes(bytes);
        return HEX.formatHex(bytes);
    }
}
