package org.openmyna.card.protocol;

import java.io.ByteArrayOutputStream;

/** Writes tag, length and value (ISO/IEC 8825-1) with lengths of one to three bytes. */
final class TlvWriter {
    /** Longest value that a length of three bytes tells. */
    static final int LONGEST = 0xFFFF;

    private final String file;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    TlvWriter(String file) {
        this.file = file;
    }

    /** An element whose length has as few bytes as possible. */
    TlvWriter element(int tag, byte[] value) {
        return element(tag, value, 1);
    }

    /**
     * @param tag one or two bytes
     * @param lengthOctets fewest bytes that the length takes: 1, 2 ({@code 81 xx}) or 3 ({@code 82
     *     xxxx})
     */
    TlvWriter element(int tag, byte[] value, int lengthOctets) {
        if (tag > 0xFF) octet(tag >> 8);
        return octet(tag).length(value.length, lengthOctets).octets(value);
    }

    /** All that was written, as the value of one element: the whole file. */
    byte[] within(int tag) {
        return within(tag, 1);
    }

    byte[] within(int tag, int lengthOctets) {
        return new TlvWriter(file).element(tag, bytes(), lengthOctets).bytes();
    }

    TlvWriter length(int length, int lengthOctets) {
        if (length > LONGEST) throw new CardFileMalformed(file, "longer than 65,535 bytes");
        int octets = Math.max(octetsFor(length), lengthOctets);
        if (octets > 1) octet(0x80 | (octets - 1));
        if (octets > 2) octet(length >> 8);
        return octet(length);
    }

    TlvWriter octets(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    TlvWriter octet(int octet) {
        out.write(octet);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** Bytes of the shortest form of a length. */
    static int octetsFor(int length) {
        if (length < 0x80) return 1;
        return length <= 0xFF ? 2 : 3;
    }

    /** Bytes of tag and length before a value. */
    static int header(int tag, int length, int lengthOctets) {
        return (tag > 0xFF ? 2 : 1) + Math.max(octetsFor(length), lengthOctets);
    }
}
