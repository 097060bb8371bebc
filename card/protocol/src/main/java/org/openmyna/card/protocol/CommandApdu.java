package org.openmyna.card.protocol;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * One command to the card, in any of the four cases of ISO/IEC 7816-4:2020, 5.1, short or extended.
 * Its text form shows no data, since the data of VERIFY is a secret.
 *
 * @param data command data, at most 65,535 bytes; empty means no Lc field
 * @param expected the number Ne of answer bytes asked for: 0 for no Le field, at most 65,536
 */
public record CommandApdu(int cla, int ins, int p1, int p2, byte[] data, int expected) {
    /** Ne that a short Le of {@code 00} stands for. */
    public static final int SHORT_MAXIMUM = 256;

    /** Ne that an extended Le of {@code 0000} stands for. */
    public static final int EXTENDED_MAXIMUM = 65_536;

    public CommandApdu {
        for (int octet : new int[] {cla, ins, p1, p2}) {
            if (octet < 0 || octet > 0xFF) throw new ApduMalformed("header bytes lie in 00 to FF");
        }
        if (data.length > 0xFFFF) throw new ApduMalformed("command data is over 65,535 bytes");
        if (expected < 0 || expected > EXTENDED_MAXIMUM) {
            throw new ApduMalformed("Ne lies between 0 and 65,536");
        }
        data = data.clone();
    }

    /** Case 1: no data either way. */
    public static CommandApdu of(int cla, int ins, int p1, int p2) {
        return new CommandApdu(cla, ins, p1, p2, new byte[0], 0);
    }

    /** Case 3: data to the card. */
    public static CommandApdu of(int cla, int ins, int p1, int p2, byte[] data) {
        return new CommandApdu(cla, ins, p1, p2, data, 0);
    }

    /** Reads {@code 00 A4 02 0C 02 00 18} or the same without blanks. */
    public static CommandApdu parseHex(String hex) {
        try {
            return parse(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
        } catch (IllegalArgumentException notHex) {
            throw new ApduMalformed("not a row of hexadecimal bytes");
        }
    }

    /**
     * ISO/IEC 7816-4:2020, 5.2: finds the case by the length.
     *
     * @throws ApduMalformed if no case fits
     */
    public static CommandApdu parse(byte[] bytes) {
        if (bytes.length < 4) throw new ApduMalformed("shorter than a header");
        int body = bytes.length - 4;
        if (body == 0) return with(bytes, 0, 0, 0);
        int first = octet(bytes, 4);
        if (body == 1) return with(bytes, 0, 0, first == 0 ? SHORT_MAXIMUM : first);
        if (first != 0) {
            if (body == 1 + first) return with(bytes, 5, first, 0);
            if (body == 2 + first) {
                int le = octet(bytes, 5 + first);
                return with(bytes, 5, first, le == 0 ? SHORT_MAXIMUM : le);
            }
            throw new ApduMalformed("Lc and length disagree");
        }
        if (body < 3) throw new ApduMalformed("Lc of zero");
        int second = octet(bytes, 5) << 8 | octet(bytes, 6);
        if (body == 3) return with(bytes, 0, 0, second == 0 ? EXTENDED_MAXIMUM : second);
        if (second == 0) throw new ApduMalformed("extended Lc of zero");
        if (body == 3 + second) return with(bytes, 7, second, 0);
        if (body == 5 + second) {
            int le = octet(bytes, 7 + second) << 8 | octet(bytes, 8 + second);
            return with(bytes, 7, second, le == 0 ? EXTENDED_MAXIMUM : le);
        }
        throw new ApduMalformed("extended Lc and length disagree");
    }

    /** The bytes for the card: short form where it fits, extended form otherwise. */
    public byte[] bytes() {
        boolean extended = data.length > 255 || expected > SHORT_MAXIMUM;
        int lc = data.length == 0 ? 0 : extended ? 3 : 1;
        int le = expected == 0 ? 0 : !extended ? 1 : lc == 0 ? 3 : 2;
        byte[] out = new byte[4 + lc + data.length + le];
        out[0] = (byte) cla;
        out[1] = (byte) ins;
        out[2] = (byte) p1;
        out[3] = (byte) p2;
        if (lc > 0) {
            if (extended) out[5] = (byte) (data.length >> 8);
            out[3 + lc] = (byte) data.length;
            System.arraycopy(data, 0, out, 4 + lc, data.length);
        }
        if (le > 0) {
            if (extended) out[out.length - 2] = (byte) (expected >> 8);
            out[out.length - 1] = (byte) expected;
        }
        return out;
    }

    /** A copy. */
    @Override
    public byte[] data() {
        return data.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CommandApdu that
                && cla == that.cla
                && ins == that.ins
                && p1 == that.p1
                && p2 == that.p2
                && expected == that.expected
                && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }

    /** Header and lengths only. */
    @Override
    public String toString() {
        return "%02X %02X %02X %02X Nc=%d Ne=%d".formatted(cla, ins, p1, p2, data.length, expected);
    }

    private static CommandApdu with(byte[] bytes, int from, int length, int expected) {
        byte[] data = Arrays.copyOfRange(bytes, from, from + length);
        return new CommandApdu(
                octet(bytes, 0), octet(bytes, 1), octet(bytes, 2), octet(bytes, 3), data, expected);
    }

    private static int octet(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }
}
