package org.openmyna.card.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Key id 鍵ID of a card-verifiable certificate, 16 bytes: seven digits, {@code 08 05}, three digits
 * of the generation, four bytes that cards fill differently. All sixteen bytes count when two ids
 * are compared.
 *
 * @param octets exactly 16 bytes
 */
public record KeyId(byte[] octets) {
    /** Length in bytes. */
    public static final int LENGTH = 16;

    /** The last four bytes of the ids x000020, the authority of the card manager's certificates. */
    public static final int CARD_MANAGER_PAD = 0x0000_00A8;

    private static final Pattern PRINTED = Pattern.compile("([0-9]{7})/([0-9]{3})");

    /**
     * @throws CardFileMalformed if these are not 16 bytes of the shape above
     */
    public KeyId {
        octets = octets.clone();
        if (octets.length != LENGTH) {
            throw malformed(octets.length + " bytes instead of " + LENGTH);
        }
        for (int at = 0; at < 12; at++) {
            boolean fits =
                    switch (at) {
                        case 7 -> octets[at] == 0x08;
                        case 8 -> octets[at] == 0x05;
                        default -> octets[at] >= '0' && octets[at] <= '9';
                    };
            if (!fits) throw malformed("byte " + at + " does not fit 7 digits, 08 05, 3 digits");
        }
    }

    /** The id with the printed form such as {@code 6999033/001}, and zeros at its end. */
    public static KeyId of(String printed) {
        return of(printed, 0);
    }

    /**
     * @param printed such as {@code 6999020/001}
     * @param pad the last four bytes, the first one highest
     * @throws CardFileMalformed if the printed form is another
     */
    public static KeyId of(String printed, int pad) {
        var parts = PRINTED.matcher(printed);
        if (!parts.matches()) throw malformed("it is not printed as 6999033/001");
        return new KeyId(
                ByteBuffer.allocate(LENGTH)
                        .put(Ascii.bytes(parts.group(1)))
                        .put((byte) 0x08)
                        .put((byte) 0x05)
                        .put(Ascii.bytes(parts.group(2)))
                        .putInt(pad)
                        .array());
    }

    /** A copy. */
    @Override
    public byte[] octets() {
        return octets.clone();
    }

    /** The seven digits before the stroke. */
    public String name() {
        return new String(octets, 0, 7, StandardCharsets.US_ASCII);
    }

    /** The three digits after the stroke. */
    public String generation() {
        return new String(octets, 9, 3, StandardCharsets.US_ASCII);
    }

    /**
     * The last four bytes: zeros, {@link #CARD_MANAGER_PAD}, or ASCII zeros in some certificates.
     */
    public int pad() {
        return ByteBuffer.wrap(octets).getInt(12);
    }

    /** Whether the first digit says that real cards have it (5). */
    public boolean isProduction() {
        return octets[0] == '5';
    }

    /** Whether the first digit says that test cards have it (6). */
    public boolean isTest() {
        return octets[0] == '6';
    }

    static KeyId decode(String file, byte[] value) {
        return Ascii.kernelValue(file, "the key id", () -> new KeyId(value));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyId that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    /** As printed, {@code 6999033/001}; the last four bytes are not shown. */
    @Override
    public String toString() {
        return name() + "/" + generation();
    }

    private static CardFileMalformed malformed(String why) {
        return new CardFileMalformed("key id", why);
    }
}
