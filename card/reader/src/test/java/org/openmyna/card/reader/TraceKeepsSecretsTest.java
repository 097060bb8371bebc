package org.openmyna.card.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.kernel.Language;

/**
 * Seeded conversations with secrets in every place where one can be: no output of a trace or a
 * recording ever holds one, in digits or in hexadecimal, whoever's card it is.
 */
class TraceKeepsSecretsTest {
    private static final int COMMANDS = 1_000 * Integer.getInteger("openmyna.test.length", 1);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Random chance = new Random(20260401);
    private final List<byte[]> secrets = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void no_secret_is_ever_in_the_output(boolean testCard) {
        TraceContents contents = testCard ? TraceContents.TEST_CARD : TraceContents.LENGTHS_ONLY;
        var out = new StringBuilder();
        CardChannel recorder = RecordedSession.record(new Parrot(), contents, out);
        CardChannel card =
                ExplainedTrace.over(
                        recorder,
                        contents,
                        event -> {
                            for (Language language : Language.values())
                                out.append(TraceText.lines(event, language)).append(event);
                        });
        for (int n = 0; n < COMMANDS; n++) card.transmit(next());
        assertThat(secrets).hasSizeGreaterThan(COMMANDS / 4);
        String output = out.toString();
        for (byte[] secret : secrets) {
            assertThat(output).doesNotContain(HEX.formatHex(secret));
            assertThat(output).doesNotContain(new String(secret, StandardCharsets.US_ASCII));
        }
    }

    @Test
    void of_a_real_card_nothing_personal_is_in_the_output() {
        var out = new StringBuilder();
        CardChannel recorder =
                RecordedSession.record(Ichiro.card(), TraceContents.LENGTHS_ONLY, out);
        var card =
                MyNumberCard.over(
                        ExplainedTrace.over(recorder, TraceContents.LENGTHS_ONLY, out::append));
        MyNumberCardTest.readEverything(card);
        card.manager().cardId();
        card.manager().expiry();
        String output = out.toString();
        for (String personal :
                List.of(
                        Ichiro.NUMBER.digits(),
                        Ichiro.FRONT.digits(),
                        Ichiro.BORN.sixDigits(),
                        Ichiro.RECORD_CODE.digits(),
                        "19850307",
                        "試験",
                        "20330307",
                        "99887766",
                        "000000000012345")) {
            byte[] bytes = personal.getBytes(StandardCharsets.UTF_8);
            assertThat(output).doesNotContain(personal, HEX.formatHex(bytes));
        }
        for (byte[] image : List.of(Ichiro.image(130), Ichiro.image(3000), Ichiro.image(90))) {
            assertThat(output).doesNotContain(HEX.formatHex(image, 8, 24));
        }
        assertThat(output).contains(HEX.formatHex(Ichiro.MUNICIPALITY.octets()));
    }

    private CommandApdu next() {
        return switch (chance.nextInt(12)) {
            case 0, 1 -> selectApplication();
            case 2, 3 ->
                    CommandApdu.of(0, 0xA4, 2, 0x0C, new byte[] {0, (byte) chance.nextInt(0x20)});
            case 4 -> CommandApdu.of(0, 0x20, 0, p2(), secret());
            case 5 -> CommandApdu.of(0, 0x24, chance.nextInt(2), p2(), secret());
            case 6 -> CommandApdu.of(0x80, 0x32, 0, p2(), secret());
            case 7 -> issuerCommand();
            case 8 ->
                    new CommandApdu(
                            cla(),
                            chance.nextInt(256) | 1,
                            p2(),
                            p2(),
                            secret(),
                            chance.nextInt(257));
            case 9 ->
                    CommandApdu.of(cla(), 0x20, chance.nextInt(256), chance.nextInt(256), secret());
            case 10 -> new CommandApdu(0, 0xB0, chance.nextInt(128), 0, new byte[0], 256);
            default -> CommandApdu.of(0, 0x20, 0, p2());
        };
    }

    private CommandApdu selectApplication() {
        CardApplication[] all = CardApplication.values();
        byte[] aid = all[chance.nextInt(all.length)].aid();
        return CommandApdu.of(
                0, 0xA4, 4, 0x0C, Arrays.copyOf(aid, 5 + chance.nextInt(aid.length - 4)));
    }

    private CommandApdu issuerCommand() {
        int[] instructions = {
            0xD6, 0xDC, 0x47, 0xD8, 0xE2, 0xE6, 0xEE, 0xF0, 0x50, 0x82, 0x2C, 0xAE, 0xA2
        };
        int cla = chance.nextBoolean() ? 0x84 : cla();
        return new CommandApdu(
                cla, instructions[chance.nextInt(instructions.length)], p2(), 0, secret(), 0);
    }

    private int cla() {
        int[] classes = {0x00, 0x80, 0x84, 0x08, 0x0C, 0x01};
        return classes[chance.nextInt(classes.length)];
    }

    private int p2() {
        return 0x80 | chance.nextInt(0x20);
    }

    /** Long enough not to be in the output by chance. */
    private byte[] secret() {
        byte[] secret = new byte[12 + chance.nextInt(5)];
        for (int at = 0; at < secret.length; at++) secret[at] = (byte) ('0' + chance.nextInt(10));
        secrets.add(secret);
        return secret;
    }

    /** Says back what it was told, in the answer too, to commands that carry a secret. */
    private final class Parrot implements CardChannel {
        @Override
        public ResponseApdu transmit(CommandApdu command) {
            int status = chance.nextInt(4) == 0 ? 0x63C2 : 0x9000;
            byte[] echo = command.ins() == 0xA4 ? new byte[0] : command.data();
            byte[] answer = Arrays.copyOf(echo, echo.length + 2);
            answer[echo.length] = (byte) (status >> 8);
            answer[echo.length + 1] = (byte) status;
            return ResponseApdu.parse(answer);
        }

        @Override
        public byte[] atr() {
            return new byte[] {0x3B, 0};
        }

        @Override
        public void close() {}
    }
}
