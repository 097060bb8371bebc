package org.openmyna.trust.lint;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes DER for tests; shares nothing with the reader it tests. */
final class Asn {
    private Asn() {}

    static byte[] tlv(int tag, byte[]... contents) {
        byte[] content = join(contents);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.length;
        if (length >= 0x10000) {
            out.write(0x83);
            out.write(length >> 16);
            out.write(length >> 8);
        } else if (length >= 0x100) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length >= 0x80) {
            out.write(0x81);
        }
        out.write(length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] join(List<byte[]> parts) {
        return join(parts.toArray(byte[][]::new));
    }

    static byte[] hex(String digits) {
        return java.util.HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] seq(byte[]... parts) {
        return tlv(0x30, parts);
    }

    static byte[] integer(long value) {
        return integer(BigInteger.valueOf(value));
    }

    static byte[] integer(BigInteger value) {
        return tlv(2, value.toByteArray());
    }

    static byte[] octets(byte[]... content) {
        return tlv(4, content);
    }

    static byte[] text(int tag, String text) {
        return tlv(tag, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] oid(String dotted) {
        String[] arcs = dotted.split("\\.");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        arc(
                out,
                new BigInteger(arcs[0])
                        .multiply(BigInteger.valueOf(40))
                        .add(new BigInteger(arcs[1])));
        for (int i = 2; i < arcs.length; i++) {
            arc(out, new BigInteger(arcs[i]));
        }
        return tlv(6, out.toByteArray());
    }

    private static void arc(ByteArrayOutputStream out, BigInteger value) {
        String binary = value.toString(2);
        int groups = Math.max(1, (binary.length() + 6) / 7);
        for (int i = groups - 1; i >= 0; i--) {
            int part = value.shiftRight(7 * i).intValue() & 0x7F;
            out.write(i == 0 ? part : part | 0x80);
        }
    }

    static byte[] utc(Instant at) {
        return text(0x17, format("yyMMddHHmmss'Z'", at));
    }

    static byte[] generalized(Instant at) {
        return text(0x18, format("yyyyMMddHHmmss'Z'", at));
    }

    private static String format(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .format(at.atOffset(ZoneOffset.UTC));
    }

    /** RFC 5280 4.1.2.5. */
    static byte[] time(Instant at) {
        return at.isBefore(Instant.parse("2050-01-01T00:00:00Z")) ? utc(at) : generalized(at);
    }

    static byte[] rdn(String type, int tag, String value) {
        return tlv(0x31, seq(oid(type), text(tag, value)));
    }

    static byte[] rdn(String type, String value) {
        return rdn(type, type.equals(C) ? 0x13 : 0x0C, value);
    }

    static final String C = "2.5.4.6";
    static final String O = "2.5.4.10";
    static final String OU = "2.5.4.11";
    static final String L = "2.5.4.7";
    static final String CN = "2.5.4.3";

    /** Types and values in turn. */
    static byte[] name(String... typesAndValues) {
        byte[][] parts = new byte[typesAndValues.length / 2][];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = rdn(typesAndValues[2 * i], typesAndValues[2 * i + 1]);
        }
        return seq(parts);
    }

    static byte[] extension(String oid, boolean critical, byte[] value) {
        return critical
                ? seq(oid(oid), hex("0101FF"), octets(value))
                : seq(oid(oid), octets(value));
    }
}
