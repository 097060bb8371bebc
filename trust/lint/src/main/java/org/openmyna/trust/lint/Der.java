package org.openmyna.trust.lint;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A cursor over strict DER (X.690 10): shortest lengths, nothing indefinite, one-byte tags, and
 * nothing behind what was read where {@link #end} is asked.
 */
final class Der {
    static final int BOOLEAN = 0x01;
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int NULL = 0x05;
    static final int OID = 0x06;
    static final int ENUMERATED = 0x0A;
    static final int UTF8_STRING = 0x0C;
    static final int PRINTABLE_STRING = 0x13;
    static final int IA5_STRING = 0x16;
    static final int UTC_TIME = 0x17;
    static final int GENERALIZED_TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    private static final int MOST_SHOWN = 40;

    private final byte[] bytes;
    private int at;
    private final int end;

    private Der(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    static Der over(byte[] bytes) {
        return new Der(bytes, 0, bytes.length);
    }

    boolean has() {
        return at < end;
    }

    int length() {
        return end - at;
    }

    /** Tag of the next element; -1 at the end. */
    int tag() {
        return at < end ? bytes[at] & 0xFF : -1;
    }

    /** Content of the next element, which must have this tag. */
    Der enter(int tag, String what) throws DerMalformed {
        if (tag() != tag) {
            throw new DerMalformed(what + ", tag " + hex(tag), foundTag());
        }
        return any(what);
    }

    private String foundTag() {
        return has() ? "tag " + hex(tag()) : "the end";
    }

    /** Content of the next element, whatever its tag. */
    Der any(String what) throws DerMalformed {
        if (end - at < 2) {
            throw new DerMalformed(what, has() ? "a torn element" : "the end");
        }
        if ((bytes[at] & 0x1F) == 0x1F) {
            throw new DerMalformed(what, "a tag of several bytes");
        }
        int first = bytes[at + 1] & 0xFF;
        int start = at + 2;
        int length = first;
        if (first >= 0x80) {
            int octets = first & 0x7F;
            length = longLength(start, octets, what);
            start += octets;
        }
        if (length > end - start) {
            throw new DerMalformed(what, "an element longer than what holds it");
        }
        at = start + length;
        return new Der(bytes, start, at);
    }

    private int longLength(int start, int octets, String what) throws DerMalformed {
        if (octets == 0 || octets > 4 || octets > end - start) {
            throw new DerMalformed(what, "an indefinite, huge or torn length");
        }
        long length = 0;
        for (int i = 0; i < octets; i++) {
            length = length << 8 | (bytes[start + i] & 0xFF);
        }
        boolean shortest = length >= 0x80 && length >>> (8 * (octets - 1)) != 0;
        if (!shortest || length > Integer.MAX_VALUE) {
            throw new DerMalformed(what, "a length not in its shortest form");
        }
        return (int) length;
    }

    /** The next element with its tag and length. */
    Der whole(String what) throws DerMalformed {
        int from = at;
        any(what);
        return new Der(bytes, from, at);
    }

    /** A second cursor over what is left here. */
    Der again() {
        return new Der(bytes, at, end);
    }

    void end(String what) throws DerMalformed {
        if (has()) {
            throw new DerMalformed("nothing more in " + what, length() + " more bytes");
        }
    }

    /** A whole number in its shortest form. */
    BigInteger integer(String what) throws DerMalformed {
        return enter(INTEGER, what).number(what);
    }

    /** These bytes as a whole number in its shortest form. */
    BigInteger number(String what) throws DerMalformed {
        boolean shortest =
                length() == 1
                        || length() > 1
                                && !(bytes[at] == 0 && bytes[at + 1] >= 0)
                                && !(bytes[at] == -1 && bytes[at + 1] < 0);
        if (!shortest) {
            throw new DerMalformed(what + ", shortest form", this.shown());
        }
        return new BigInteger(bytes, at, length());
    }

    /** TRUE is FF and FALSE is 00. */
    boolean truth(int tag, String what) throws DerMalformed {
        Der content = enter(tag, what);
        if (content.length() != 1 || content.at(0) != 0 && content.at(0) != -1) {
            throw new DerMalformed(what + ", FF or 00", content.shown());
        }
        return content.at(0) == -1;
    }

    byte at(int index) {
        return bytes[at + index];
    }

    boolean same(byte[] others) {
        return Arrays.equals(bytes, at, end, others, 0, others.length);
    }

    boolean same(Der other) {
        return Arrays.equals(bytes, at, end, other.bytes, other.at, other.end);
    }

    byte[] copy() {
        return Arrays.copyOfRange(bytes, at, end);
    }

    ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes, at, length());
    }

    /** Content of the next element, a BIT STRING of whole bytes. */
    Der wholeBits(String what) throws DerMalformed {
        Der bits = enter(BIT_STRING, what);
        if (bits.length() < 1 || bits.at(0) != 0) {
            throw new DerMalformed(what + ", whole bytes", "unused bits");
        }
        return new Der(bytes, bits.at + 1, bits.end);
    }

    /** One byte, one character. */
    String latin() {
        return new String(bytes, at, length(), StandardCharsets.ISO_8859_1);
    }

    /** Strict UTF-8. */
    String utf8(String what) throws DerMalformed {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(buffer()).toString();
        } catch (CharacterCodingException e) {
            throw new DerMalformed(what + ", UTF-8", "other bytes");
        }
    }

    /** For people: some of the bytes. */
    String shown() {
        int most = Math.min(length(), MOST_SHOWN);
        String hex = HexFormat.of().formatHex(bytes, at, at + most);
        return most < length() ? hex + "…" : hex;
    }

    static String hex(int value) {
        return HexFormat.of().toHexDigits((byte) value).toUpperCase(Locale.ROOT);
    }
}
