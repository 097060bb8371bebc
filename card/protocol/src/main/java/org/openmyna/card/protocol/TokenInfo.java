package org.openmyna.card.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Token information (トークン情報), the file 0006 of the JPKI application: a serialised CK_TOKEN_INFO of
 * PKCS #11, 160 bytes, text in ASCII padded with blanks, numbers of 32 bits in big-endian order.
 *
 * @param label at most 32 characters; tells a card from a telephone
 * @param serialNumber at most 16 characters
 */
public record TokenInfo(String label, String manufacturer, String model, String serialNumber) {
    /** Label of the My Number Card; the predecessor lacks the 2, telephones have other names. */
    public static final String MY_NUMBER_CARD = "JPKIAPICCTOKEN2";

    /** Length of the file. */
    public static final int LENGTH = 160;

    private static final String FILE = JpkiFile.TOKEN_INFO.label();
    private static final int FLAGS = 0x0000_040D;
    private static final int UNAVAILABLE = 0xFFFF_FFFF;

    public TokenInfo {
        check("label", label, 32);
        check("manufacturer", manufacturer, 32);
        check("model", model, 16);
        check("serial number", serialNumber, 16);
    }

    /** The 160 bytes of the file. */
    public byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(LENGTH);
        put(out, label, 32);
        put(out, manufacturer, 32);
        put(out, model, 16);
        put(out, serialNumber, 16);
        out.putInt(FLAGS);
        out.putInt(1).putInt(0); // sessions: at most, now
        out.putInt(1).putInt(0); // read-write sessions: at most, now
        out.putInt(16).putInt(6); // PIN: longest, shortest
        for (int memory = 0; memory < 4; memory++) out.putInt(UNAVAILABLE);
        put(out, "03", 2); // hardware version
        put(out, "01", 2); // firmware version
        put(out, "9".repeat(16), 16); // no clock
        return out.array();
    }

    /**
     * Reads the four texts; the numbers vary between cards and are not looked at.
     *
     * @param file at least the first 96 bytes of the file
     * @throws CardFileMalformed if it is shorter or not ASCII
     */
    public static TokenInfo decode(byte[] file) {
        if (file.length < 96) throw new CardFileMalformed(FILE, "shorter than 96 bytes");
        return new TokenInfo(
                text(file, 0, 32), text(file, 32, 32), text(file, 64, 16), text(file, 80, 16));
    }

    private static String text(byte[] file, int from, int length) {
        for (int at = from; at < from + length; at++) {
            if (file[at] < 0x20 || file[at] > 0x7E) {
                throw new CardFileMalformed(FILE, "a byte that is no ASCII text at " + at);
            }
        }
        return new String(file, from, length, StandardCharsets.US_ASCII).stripTrailing();
    }

    private static void check(String field, String text, int most) {
        if (text.length() > most || !text.chars().allMatch(c -> c >= 0x20 && c <= 0x7E)) {
            throw new CardFileMalformed(
                    FILE, field + " is not at most " + most + " ASCII characters");
        }
    }

    private static void put(ByteBuffer out, String text, int length) {
        out.put(
                (text + " ".repeat(length))
                        .substring(0, length)
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
