package org.openmyna.trust.checker;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One element of DER. Reads what it needs and no more; anything torn is a doubt.
 *
 * @param whole with tag and length
 */
record Tlv(int tag, byte[] whole, byte[] content) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT);

    /** The one element that these bytes are. */
    static Tlv of(byte[] bytes) throws Doubt {
        List<Tlv> all = list(bytes);
        if (all.size() != 1) {
            throw new Doubt("not one element of DER / DER ではない");
        }
        return all.get(0);
    }

    /** The elements inside. */
    List<Tlv> children() throws Doubt {
        return list(content);
    }

    Tlv child(int index) throws Doubt {
        List<Tlv> all = children();
        if (index >= all.size()) {
            throw new Doubt("an element of DER is missing / DER の要素が足りない");
        }
        return all.get(index);
    }

    private static List<Tlv> list(byte[] bytes) throws Doubt {
        List<Tlv> all = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int start = at;
            int octets = at + 1 < bytes.length ? Math.max(0, (bytes[at + 1] & 0xFF) - 0x80) : 9;
            if (octets > 4 || at + 2 + octets > bytes.length) {
                throw new Doubt("DER is torn / DER が途中で切れている");
            }
            long length = octets == 0 ? bytes[at + 1] & 0x7F : 0;
            for (int i = 0; i < octets; i++) {
                length = length << 8 | (bytes[at + 2 + i] & 0xFF);
            }
            at += 2 + octets;
            if (length > bytes.length - at) {
                throw new Doubt("DER is torn / DER が途中で切れている");
            }
            int end = at + (int) length;
            all.add(
                    new Tlv(
                            bytes[start] & 0xFF,
                            Arrays.copyOfRange(bytes, start, end),
                            Arrays.copyOfRange(bytes, at, end)));
            at = end;
        }
        return all;
    }

    Tlv must(int expected, String what) throws Doubt {
        if (tag != expected) {
            throw new Doubt("%s is of another type / %1$s の型が違う", what);
        }
        return this;
    }

    BigInteger integer() throws Doubt {
        if (content.length == 0) {
            throw new Doubt("an empty number / 整数が空");
        }
        return new BigInteger(content);
    }

    /** A GeneralizedTime. */
    Instant time() throws Doubt {
        try {
            String text = new String(must(0x18, "time").content, StandardCharsets.US_ASCII);
            return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new Doubt("an unreadable time / 時刻が読めない");
        }
    }

    /** Content of a BIT STRING of whole bytes. */
    byte[] bits() throws Doubt {
        if (must(3, "BIT STRING").content.length == 0) {
            throw new Doubt("an empty BIT STRING / BIT STRING が空");
        }
        return Arrays.copyOfRange(content, 1, content.length);
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }
}
