package org.openmyna.trust.profile;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Walks over strict DER (ITU-T X.690, 10): one-byte tags, definite lengths in their shortest form,
 * contents in their only legal form. It never recurses and never looks outside its window, so any
 * bytes end in a value or a {@link DerFault}.
 */
final class DerReader {
    private static final int LONG_SEPTETS = 9;
    static final int BOOLEAN = 0x01;
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int NULL = 0x05;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int ENUMERATED = 0x0A;
    static final int UTF8_STRING = 0x0C;
    static final int PRINTABLE_STRING = 0x13;
    static final int IA5_STRING = 0x16;
    static final int UTC_TIME = DerTime.UTC_TIME;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    private final byte[] in;
    private final int end;
    private int position;

    private DerReader(byte[] in, int start, int end) {
        this.in = in;
        this.position = start;
        this.end = end;
    }

    static DerReader over(byte[] der) {
        return new DerReader(der, 0, der.length);
    }

    boolean atEnd() {
        return position == end;
    }

    void mustEnd(String where) {
        if (position != end) {
            throw new DerFault(where + ": more than expected");
        }
    }

    /** The tag that comes next, or -1 at the end. */
    int peek() {
        return position < end ? in[position] & 0xFF : -1;
    }

    /** Steps over these bytes, if it is them that come next. */
    boolean skip(byte[] expected) {
        int to = position + expected.length;
        boolean there = to <= end && Arrays.equals(in, position, to, expected, 0, expected.length);
        if (there) {
            position = to;
        }
        return there;
    }

    /** Steps over one element with this tag and answers a reader of its contents. */
    DerReader enter(int tag, String what) {
        if (peek() != tag) {
            throw new DerFault(what + ": expected tag " + hex(tag) + ", found " + hex(peek()));
        }
        position++;
        int length = length(what);
        if (length > end - position) {
            throw new DerFault(what + ": longer than what holds it");
        }
        int start = position;
        position += length;
        return new DerReader(in, start, position);
    }

    DerReader sequence(String what) {
        return enter(SEQUENCE, what);
    }

    /** The next element with its tag and length, whatever it is. */
    byte[] element(String what) {
        int start = position;
        if (peek() < 0) {
            throw new DerFault(what + ": missing");
        }
        enter(peek(), what);
        return Arrays.copyOfRange(in, start, position);
    }

    byte[] octets(int tag, String what) {
        return enter(tag, what).rest();
    }

    byte[] rest() {
        byte[] rest = Arrays.copyOfRange(in, position, end);
        position = end;
        return rest;
    }

    BigInteger integer(String what) {
        return wholeNumber(INTEGER, what);
    }

    BigInteger wholeNumber(int tag, String what) {
        byte[] value = octets(tag, what);
        if (value.length == 0) {
            throw new DerFault(what + ": empty number");
        }
        if (value.length > 1
                && (value[0] == 0 && value[1] >= 0 || value[0] == -1 && value[1] < 0)) {
            throw new DerFault(what + ": number not in its shortest form");
        }
        return new BigInteger(value);
    }

    boolean bool(String what) {
        byte[] value = octets(BOOLEAN, what);
        if (value.length != 1 || (value[0] != 0 && value[0] != -1)) {
            throw new DerFault(what + ": neither TRUE nor FALSE");
        }
        return value[0] != 0;
    }

    void nul(String what) {
        enter(NULL, what).mustEnd(what);
    }

    /** A BIT STRING of whole octets. */
    byte[] wholeBits(String what) {
        byte[] value = octets(BIT_STRING, what);
        if (value.length == 0 || value[0] != 0) {
            throw new DerFault(what + ": not whole octets");
        }
        return Arrays.copyOfRange(value, 1, value.length);
    }

    /** A BIT STRING of named bits, at most 16 of them: bit 0 is the highest bit of the answer. */
    int namedBits(String what) {
        byte[] value = octets(BIT_STRING, what);
        boolean shape = value.length >= 2 && value.length <= 3 && value[0] >= 0 && value[0] <= 7;
        // X.690 11.2.2: the last bit written is a one, the unused ones behind it are zero
        if (!shape || (value[value.length - 1] & ((2 << value[0]) - 1)) != 1 << value[0]) {
            throw new DerFault(what + ": bits not in their only form");
        }
        return (value[1] & 0xFF) << 8 | (value.length == 3 ? value[2] & 0xFF : 0);
    }

    String oid(String what) {
        byte[] value = octets(OBJECT_IDENTIFIER, what);
        if (value.length == 0 || value.length > 32 || value[value.length - 1] < 0) {
            throw new DerFault(what + ": broken object identifier");
        }
        StringBuilder dotted = new StringBuilder();
        int from = 0;
        for (int n = 0; n < value.length; n++) {
            if (n == from && value[n] == (byte) 0x80) {
                throw new DerFault(what + ": broken object identifier");
            }
            if (value[n] >= 0) {
                appendArc(dotted, value, from, n);
                from = n + 1;
            }
        }
        return dotted.toString();
    }

    /** Seven bits a byte; beyond a long only for a UUID under 2.25, which has 128 bits (X.667). */
    private static void appendArc(StringBuilder dotted, byte[] value, int from, int to) {
        if (from > 0) dotted.append('.');
        if (to - from >= LONG_SEPTETS) {
            dotted.append(longArc(value, from, to));
            return;
        }
        long arc = 0;
        for (int n = from; n <= to; n++) arc = arc << 7 | value[n] & 0x7F;
        if (from > 0) {
            dotted.append(arc);
        } else {
            long root = Math.min(arc / 40, 2);
            dotted.append(root).append('.').append(arc - root * 40);
        }
    }

    private static BigInteger longArc(byte[] value, int from, int to) {
        BigInteger arc = BigInteger.ZERO;
        for (int n = from; n <= to; n++) {
            arc = arc.shiftLeft(7).or(BigInteger.valueOf(value[n] & 0x7F));
        }
        return arc;
    }

    String utf8(String what) {
        return utf8(UTF8_STRING, what);
    }

    private String utf8(int tag, String what) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets(tag, what)))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new DerFault(what + ": not UTF-8");
        }
    }

    /** PrintableString, X.680 41.4. */
    String printable(String what) {
        String text = utf8(PRINTABLE_STRING, what);
        if (!text.matches("[A-Za-z0-9 '()+,./:=?-]*")) {
            throw new DerFault(what + ": not a PrintableString");
        }
        return text;
    }

    /** IA5String under any tag: URIs come with an implicit one. */
    String ia5(int tag, String what) {
        String text = utf8(tag, what);
        if (!text.chars().allMatch(c -> c >= 0x20 && c < 0x7F)) {
            throw new DerFault(what + ": not printable ASCII");
        }
        return text;
    }

    /** UTCTime, in the form of RFC 5280 4.1.2.5.1. */
    Instant utcTime(String what) {
        byte[] value = octets(UTC_TIME, what);
        return Instant.ofEpochSecond(DerTime.utcTime(value, 0, value.length, what));
    }

    /** UTCTime to the end of 2049, GeneralizedTime from then on (RFC 5280 4.1.2.5). */
    Instant time(String what) {
        if (peek() != DerTime.GENERALIZED_TIME) {
            return utcTime(what);
        }
        byte[] value = octets(DerTime.GENERALIZED_TIME, what);
        return Instant.ofEpochSecond(DerTime.generalizedTime(value, 0, value.length, what));
    }

    /** GeneralizedTime of any year, without fraction (RFC 6960 4.2.1). */
    Instant ocspTime(String what) {
        byte[] value = octets(DerTime.GENERALIZED_TIME, what);
        return Instant.ofEpochSecond(DerTime.ocspTime(value, 0, value.length, what));
    }

    private int length(String what) {
        if (position == end) {
            throw new DerFault(what + ": no length");
        }
        int first = in[position++] & 0xFF;
        if (first < 0x80) {
            return first;
        }
        int octets = first & 0x7F;
        if (octets == 0 || octets > 4 || octets > end - position || in[position] == 0) {
            throw new DerFault(what + ": length not definite and short");
        }
        long length = 0;
        for (int n = 0; n < octets; n++) {
            length = length << 8 | in[position++] & 0xFF;
        }
        if (length < 0x80 || length > Integer.MAX_VALUE) {
            throw new DerFault(what + ": length not in its shortest form");
        }
        return (int) length;
    }

    private static String hex(int tag) {
        return tag < 0 ? "nothing" : String.format("%02X", tag);
    }
}
