package org.openmyna.card.protocol;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Answer to reset (ISO/IEC 7816-3:2006, 8.2). It does not tell a My Number Card: other cards answer
 * alike, and some readers put random bytes into it. Applications are found by SELECT.
 *
 * @param octets with the initial byte TS and, where the protocol has one, the check byte TCK
 */
public record Atr(byte[] octets) {
    private static final String FILE = "ATR";
    private static final int LONGEST = 33;

    /**
     * @throws CardFileMalformed if bytes are missing or left over, or the check byte is wrong
     */
    public Atr {
        octets = octets.clone();
        if (octets.length < 2 || octets.length > LONGEST) throw malformed("2 to 33 bytes");
        if (octets[0] != 0x3B && octets[0] != 0x3F) throw malformed("TS is neither 3B nor 3F");
        boolean checked = hasCheckByte(octets);
        int length = historicalAt(octets) + historicalCount(octets) + (checked ? 1 : 0);
        if (octets.length != length) {
            throw malformed("%d bytes instead of %d".formatted(octets.length, length));
        }
        if (checked && exclusiveOr(octets) != 0) throw malformed("the check byte TCK is wrong");
    }

    /** Reads {@code 3B E0 00 FF …} or the same without blanks. */
    public static Atr parseHex(String hex) {
        try {
            return new Atr(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
        } catch (IllegalArgumentException notHex) {
            throw malformed("not a row of hexadecimal bytes");
        }
    }

    /**
     * The answer of the contacts, as the card manager's object {@link CardObject#CONTACT_ATR} has
     * it: without the initial byte.
     *
     * @throws CardFileMalformed if that makes no answer to reset
     */
    public static Atr ofContactObject(byte[] value) {
        byte[] octets = new byte[value.length + 1];
        octets[0] = 0x3B;
        System.arraycopy(value, 0, octets, 1, value.length);
        return new Atr(octets);
    }

    /** The value of {@link CardObject#CONTACT_ATR}. */
    public byte[] contactObject() {
        return Arrays.copyOfRange(octets, 1, octets.length);
    }

    /** The bytes with which the maker names the card; at most 15. */
    public byte[] historicalBytes() {
        int from = historicalAt(octets);
        return Arrays.copyOfRange(octets, from, from + historicalCount(octets));
    }

    /** A copy. */
    @Override
    public byte[] octets() {
        return octets.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Atr that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    /** {@code 3B E0 00 FF …}. */
    @Override
    public String toString() {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(octets);
    }

    private static int historicalCount(byte[] octets) {
        return octets[1] & 0x0F;
    }

    /** 8.2.2: Y1 is in T0; each TDi says which interface bytes follow it. */
    private static int historicalAt(byte[] octets) {
        int at = 1;
        int announced = octets[1] >> 4 & 0x0F;
        while (true) {
            int here = at + Integer.bitCount(announced);
            if (here >= octets.length) throw malformed("ends inside the interface bytes");
            if ((announced & 0x8) == 0) return here + 1;
            announced = octets[here] >> 4 & 0x0F;
            at = here;
        }
    }

    /** 8.2.5: absent if T=0 is the only protocol that the bytes TDi name. */
    private static boolean hasCheckByte(byte[] octets) {
        int at = 1;
        int announced = octets[1] >> 4 & 0x0F;
        while ((announced & 0x8) != 0) {
            at += Integer.bitCount(announced);
            if (at >= octets.length) throw malformed("ends inside the interface bytes");
            if ((octets[at] & 0x0F) != 0) return true;
            announced = octets[at] >> 4 & 0x0F;
        }
        return false;
    }

    private static int exclusiveOr(byte[] octets) {
        int sum = 0;
        for (int at = 1; at < octets.length; at++) sum ^= octets[at];
        return sum;
    }

    private static CardFileMalformed malformed(String why) {
        return new CardFileMalformed(FILE, why);
    }
}
