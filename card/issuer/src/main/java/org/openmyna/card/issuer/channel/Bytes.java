package org.openmyna.card.issuer.channel;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Rows of bytes, put together and padded. */
final class Bytes {
    private Bytes() {}

    static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) out.writeBytes(part);
        return out.toByteArray();
    }

    static byte[] u16(int value) {
        return new byte[] {(byte) (value >> 8), (byte) value};
    }

    /** ISO/IEC 9797-1, padding method 2: 80, then zeros to the end of the block. */
    static byte[] padded(byte[] plain) {
        byte[] padded = Arrays.copyOf(plain, (plain.length / Aes.BLOCK + 1) * Aes.BLOCK);
        padded[plain.length] = (byte) 0x80;
        return padded;
    }

    /**
     * The same backwards.
     *
     * @throws IssuerChannelBroken if there is no such padding
     */
    static byte[] unpadded(byte[] padded) {
        int end = padded.length - 1;
        while (end >= 0 && padded[end] == 0) end--;
        if (end < 0 || padded[end] != (byte) 0x80 || padded.length - end > Aes.BLOCK) {
            throw new IssuerChannelBroken("padding");
        }
        return Arrays.copyOf(padded, end);
    }
}
