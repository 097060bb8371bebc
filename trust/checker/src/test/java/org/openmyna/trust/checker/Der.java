package org.openmyna.trust.checker;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** Writes DER for fixtures. */
final class Der {
    static final byte[] RSA_SHA256 = seq(hex("06092A864886F70D01010B"), hex("0500"));

    private Der() {}

    static byte[] tlv(int tag, byte[]... contents) {
        byte[] content = join(contents);
        int n = content.length;
        byte[] length =
                n < 0x80
                        ? new byte[] {(byte) n}
                        : n < 0x100
                                ? new byte[] {(byte) 0x81, (byte) n}
                                : new byte[] {(byte) 0x82, (byte) (n >> 8), (byte) n};
        return join(new byte[] {(byte) tag}, length, content);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] seq(byte[]... parts) {
        return tlv(0x30, parts);
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    static byte[] integer(long value) {
        return tlv(2, BigInteger.valueOf(value).toByteArray());
    }

    static byte[] bits(byte[] content) {
        return tlv(3, new byte[1], content);
    }

    static byte[] octets(byte[]... content) {
        return tlv(4, content);
    }

    static byte[] utf8(String text) {
        return tlv(0x0C, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] utc(Instant at) {
        return tlv(0x17, format("yyMMddHHmmss'Z'", at));
    }

    static byte[] generalized(Instant at) {
        return tlv(0x18, format("yyyyMMddHHmmss'Z'", at));
    }

    private static byte[] format(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .format(at.atOffset(ZoneOffset.UTC))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Arc 2.5.4 and a value, in turn. */
    static byte[] name(Object... typesAndValues) {
        byte[] all = new byte[0];
        for (int i = 0; i < typesAndValues.length; i += 2) {
            byte type = ((Integer) typesAndValues[i]).byteValue();
            byte[] oid = tlv(6, new byte[] {0x55, 4, type});
            all = join(all, tlv(0x31, seq(oid, utf8((String) typesAndValues[i + 1]))));
        }
        return seq(all);
    }

    static byte[] extension(String oidContent, boolean critical, byte[] value) {
        byte[] flag = critical ? hex("0101FF") : new byte[0];
        return seq(tlv(6, hex(oidContent)), flag, octets(value));
    }
}
