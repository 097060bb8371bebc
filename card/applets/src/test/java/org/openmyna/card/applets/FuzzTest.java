package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent, the card answers with a status word of the reference, and answers correctly
 * afterwards.
 */
class FuzzTest {

    private static final int CARDS = 60 * Integer.getInteger("openmyna.test.length", 1);
    private static final int COMMANDS_A_CARD = 2_000;

    /** Card protocol reference 4.11, without 6F00: that would be an exception nobody thought of. */
    private static final Set<Integer> STATUS_WORDS =
            Stream.of(
                            "9000 66F1 6700 6881 6882 6981 6982 6984 6985 6986 6987 6988 69FC",
                            "6A80 6A82 6A83 6A86 6A88 6B00 6D00 6E00",
                            "63C0 63C1 63C2 63C3 63C4 63C5 63C6 63C7 63C8 63C9 63CA")
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .map(HexFormat::fromHexDigits)
                    .collect(Collectors.toSet());

    @Test
    void after_any_of_120000_commands_the_card_still_works() {
        int accepted = 0;
        for (int n = 0; n < CARDS; n++) {
            boolean blank = n % 3 == 0;
            OwnCard card = blank ? OwnCard.blank() : OwnCard.personalised();
            String before = blank ? "" : freeFiles(card);
            var commands = new CommandGenerator(77_000 + n, 300);
            for (int m = 0; m < COMMANDS_A_CARD; m++) {
                byte[] command = commands.next();
                byte[] answer = card.transmit(command);
                if (answer.length < 2 || !isExpected(command, TestCard.statusWord(answer))) {
                    assertThat(HexFormat.of().formatHex(answer))
                            .as(
                                    "seed %d, command %d: %s",
                                    77_000 + n, m, HexFormat.of().formatHex(command))
                            .isEqualTo("a status word of the reference");
                }
                if (TestCard.statusWord(answer) == 0x9000) {
                    accepted++;
                }
            }
            stillWorks(card);
            if (!blank) {
                assertThat(freeFiles(card))
                        .as("nobody can write on a card in use")
                        .isEqualTo(before);
            }
            stillWorks(OwnCard.from(card.image()));
        }
        assertThat(accepted)
                .as("commands that did something")
                .isGreaterThan(CARDS * COMMANDS_A_CARD / 10);
    }

    @Test
    void in_a_session_too_and_between_plain_commands() {
        OwnCard made = OwnCard.blank();
        Personalisation.accepted(made, TestCard.SELECT_FORM_INPUT);
        RSAPublicKey key = Personalisation.makeKey(made, "0010");
        PersonalFiles.write(made);
        Personalisation.close(made);
        byte[] image = made.image();
        var chance = new Random(81);
        int answered = 0;
        for (int session = 0; session < 400; session++) {
            var plain = new CommandGenerator(session, 1_000_000);
            OwnCard card = OwnCard.from(image);
            Personalisation.accepted(card, TestCard.SELECT_FORM_INPUT, "0020009104" + TestCard.PIN);
            byte[] seed = new byte[32];
            chance.nextBytes(seed);
            SecureClient.start(card, key, seed);
            for (int n = 0; n < 40; n++) {
                byte[] command =
                        n % 8 == 7 ? plain.next() : DifferentialTest.protectedCommand(chance);
                byte[] answer = card.transmit(command);
                assertThat(isExpected(command, TestCard.statusWord(answer)))
                        .as(
                                "%s: %s",
                                HexFormat.of().formatHex(command), HexFormat.of().formatHex(answer))
                        .isTrue();
                if (answer.length > 2 && command[0] == 0x08) {
                    answered++;
                }
            }
            stillWorks(card);
        }
        assertThat(answered).as("encrypted answers").isGreaterThan(200);
    }

    /** 6F00 is an answer too: to a session key whose number is not below the modulus. */
    private static boolean isExpected(byte[] command, int statusWord) {
        return STATUS_WORDS.contains(statusWord)
                || statusWord == 0x6F00 && command[0] == (byte) 0x80 && command[1] == (byte) 0xAE;
    }

    private static void stillWorks(OwnCard card) {
        card.reset();
        assertThat(card.send("00A4000C")).isEqualTo("6A86");
        Personalisation.accepted(card, TestCard.SELECT_JPKI);
        assertThat(card.send("00200098")).startsWith("63C");
        assertThat(card.send("00B0810001")).isEqualTo("6982");
        assertThat(card.send("802A00970100" + "00")).isEqualTo("6982");
        assertThat(card.send("00B0860004")).hasSize(12).endsWith("9000");
        assertThat(card.send("0084000008")).hasSize(20).endsWith("9000");
        assertThat(card.send("00B0860000")).hasSize(2 * 162);
        Personalisation.accepted(card, TestCard.SELECT_FORM_INPUT);
        assertThat(card.send("00200091")).startsWith("63C");
        assertThat(card.send("00B0810001")).isEqualTo("6982");
        assertThat(card.send("00B0880000")).hasSize(2 * 18).endsWith("9000");
        assertThat(card.send("08200091")).isEqualTo("69FC");
        Personalisation.accepted(card, TestCard.SELECT_CARD_FACE);
        assertThat(card.send("00B0820001")).isEqualTo("6982");
        Personalisation.accepted(card, TestCard.SELECT_JUKI);
        assertThat(card.send("00B0810001")).isEqualTo("6982");
        Personalisation.accepted(card, TestCard.SELECT_COMMON);
        assertThat(card.send("00B2010C00")).hasSize(2 * 32).endsWith("9000");
    }

    private static String freeFiles(OwnCard card) {
        String[][] files = {
            {TestCard.SELECT_JPKI, "00B082", "00B086", "00B088", "00B08A", "00B08B"},
            {TestCard.SELECT_FORM_INPUT, "00B084", "00B085", "00B088"},
            {TestCard.SELECT_CARD_FACE, "00B083", "00B084"},
        };
        StringBuilder all = new StringBuilder();
        for (String[] application : files) {
            Personalisation.accepted(card, application[0]);
            for (int n = 1; n < application.length; n++) {
                all.append(card.send(application[n] + "00000000"));
            }
        }
        Personalisation.accepted(card, TestCard.SELECT_COMMON);
        all.append(card.send("00B2010C00")).append(card.send("00B2011400"));
        Personalisation.accepted(card, TestCard.SELECT_JUKI);
        all.append(card.send("00B2011400"));
        Personalisation.accepted(card, TestCard.SELECT_JPKI);
        return all.toString();
    }
}
