package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import org.openmyna.card.chip.ReaderSlot;

/** The bytes of another client, sent through PC/SC as they are; every answer is looked at. */
final class Conversation implements AutoCloseable {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String VERIFY = "00200080";

    private final Card card;

    Conversation() throws Exception {
        card = JdkReaders.connect(ReaderSlot.FIRST);
    }

    /** The whole answer must be this one. */
    Conversation ask(String command, String answer) throws CardException {
        assertThat(transmit(command)).as(command).isEqualTo(answer.replace(" ", ""));
        return this;
    }

    /** The answer must end with 9000 after this many bytes. */
    byte[] data(String command, int length) throws CardException {
        String answer = transmit(command);
        assertThat(answer).as(command).endsWith("9000").hasSize(2 * length + 4);
        return HEX.parseHex(answer.substring(0, 2 * length));
    }

    Conversation verify(String secret) throws CardException {
        byte[] ascii = secret.getBytes(StandardCharsets.US_ASCII);
        return ask(VERIFY + "%02X".formatted(ascii.length) + HEX.formatHex(ascii), "9000");
    }

    /** As jpki/myna (Rust) reads: seven bytes, then the rest from behind them. */
    byte[] readFromBehindTheHeader() throws CardException {
        byte[] header = data("00B0000007", 7);
        return joined(header, rest(7, lengthOf(header)));
    }

    /** As jpki/myna (Go) reads: seven bytes, then all from the start. */
    byte[] readFromTheStart() throws CardException {
        return rest(0, lengthOf(data("00B0000007", 7)));
    }

    private byte[] rest(int from, int end) throws CardException {
        var all = new ByteArrayOutputStream();
        for (int at = from; at < end; ) {
            int part = Math.min(end - at, 256);
            all.writeBytes(data("00B0%04X%02X".formatted(at, part & 0xFF), part));
            at += part;
        }
        return all.toByteArray();
    }

    /** Of the object that begins so, header included. */
    private static int lengthOf(byte[] header) {
        int tag = (header[0] & 0x1F) == 0x1F ? 2 : 1;
        int length = header[tag] & 0xFF;
        if (length < 0x80) return tag + 1 + length;
        int value = 0;
        for (int n = 1; n <= (length & 0x7F); n++) value = (value << 8) | (header[tag + n] & 0xFF);
        return tag + 1 + (length & 0x7F) + value;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    private String transmit(String command) throws CardException {
        byte[] bytes = HEX.parseHex(command.replace(" ", ""));
        return HEX.formatHex(card.getBasicChannel().transmit(new CommandAPDU(bytes)).getBytes());
    }

    /** With a reset, as a client that ends. */
    @Override
    public void close() throws CardException {
        card.disconnect(true);
    }
}
