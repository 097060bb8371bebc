package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Compares DER with a description written by hand (see the README beside the skeletons). It brings
 * its own reader of tag, length and value and knows nothing of the profile.
 */
final class Skeleton {
    private static final Map<String, Integer> TAGS =
            Map.ofEntries(
                    Map.entry("BOOLEAN", 0x01),
                    Map.entry("INTEGER", 0x02),
                    Map.entry("BITS", 0x03),
                    Map.entry("OCTETS", 0x04),
                    Map.entry("NULL", 0x05),
                    Map.entry("OID", 0x06),
                    Map.entry("ENUMERATED", 0x0A),
                    Map.entry("UTF8", 0x0C),
                    Map.entry("PRINTABLE", 0x13),
                    Map.entry("IA5", 0x16),
                    Map.entry("UTCTIME", 0x17),
                    Map.entry("TIME", 0x18),
                    Map.entry("SEQUENCE", 0x30),
                    Map.entry("SET", 0x31));

    private record Line(int number, int depth, String tag, String value) {}

    private final String name;
    private final List<Line> lines = new ArrayList<>();
    private int next;

    private Skeleton(String name) {
        this.name = name;
    }

    static Skeleton named(String name, Map<String, String> values) {
        Skeleton skeleton = new Skeleton(name);
        String path = "/skeleton/" + name + ".txt";
        try (InputStream file = Skeleton.class.getResourceAsStream(path)) {
            assertThat(file).as(path).isNotNull();
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            int number = 0;
            for (String line : text.lines().toList()) {
                skeleton.add(++number, line, values);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return skeleton;
    }

    private void add(int number, String line, Map<String, String> values) {
        String text = line.replaceFirst(" +--.*$", "");
        int depth = (text.length() - text.stripLeading().length()) / 2;
        String[] parts = text.strip().split(" ", 2);
        String value = parts.length == 2 ? parts[1] : "";
        for (Map.Entry<String, String> known : values.entrySet()) {
            value = value.replaceAll("\\$" + known.getKey() + "(?![A-Z_])", known.getValue());
        }
        assertThat(value).as("%s:%d, a value nobody gave", name, number).doesNotContain("$");
        lines.add(new Line(number, depth, parts[0], value));
    }

    void assertSameAs(byte[] der) {
        next = 0;
        int end = element(der, 0, 0);
        must(end == der.length, () -> "bytes behind the last field");
        must(next == lines.size(), () -> "lines behind the last field");
    }

    /** Thousands of comparisons in a test: a sentence is only made for the one that fails. */
    private void must(boolean holds, Supplier<String> what) {
        if (!holds) {
            int line = next == 0 ? 0 : lines.get(next - 1).number;
            throw new AssertionError(name + ".txt:" + line + ": " + what.get());
        }
    }

    /** Compares the next line, and those below it, with the element at an offset. */
    private int element(byte[] der, int at, int depth) {
        must(next < lines.size(), () -> "more fields than lines");
        Line line = lines.get(next++);
        must(line.depth == depth, () -> "another depth than " + depth);
        must(at + 1 < der.length, () -> "missing");
        must((der[at] & 0xFF) == tagOf(line.tag), () -> "tag is " + (der[at] & 0xFF));
        int start = at + 2;
        int length = der[at + 1] & 0xFF;
        if (length > 0x80) {
            start += length - 0x80;
            length = new BigInteger(1, slice(der, at + 2, start)).intValueExact();
        }
        byte[] content = slice(der, start, start + length);
        if (line.value.endsWith("holds")) {
            int unused = line.tag.equals("BITS") ? 1 : 0;
            must(unused == 0 || content[0] == 0, () -> "unused bits");
            children(content, unused, depth + 1);
        } else if ((der[at] & 0x20) != 0) {
            children(content, 0, depth + 1);
        } else {
            String found = text(line, content);
            must(found.equals(expected(line)), () -> expected(line) + " expected, found " + found);
        }
        return start + length;
    }

    private void children(byte[] content, int from, int depth) {
        int at = from;
        while (at < content.length) {
            at = element(content, at, depth);
        }
        must(at == content.length, () -> "contents end elsewhere");
        must(
                next == lines.size() || lines.get(next).depth < depth,
                () -> "the next line is missing: " + lines.get(next));
    }

    private static int tagOf(String tag) {
        if (tag.startsWith("[")) {
            return 0xA0 + Integer.parseInt(tag.substring(1, tag.length() - 1));
        }
        if (tag.startsWith("(")) {
            return 0x80 + Integer.parseInt(tag.substring(1, tag.length() - 1));
        }
        return TAGS.getOrDefault(tag, -1);
    }

    private static String expected(Line line) {
        return line.tag.equals("BITS") ? line.value.replaceFirst("^(.) ", "0$1") : line.value;
    }

    private static String text(Line line, byte[] content) {
        return switch (line.tag) {
            case "UTF8", "PRINTABLE", "IA5", "UTCTIME", "TIME" ->
                    new String(content, StandardCharsets.UTF_8);
            case "INTEGER", "ENUMERATED" -> new BigInteger(content).toString();
            case "BOOLEAN" -> content.length == 1 && content[0] == -1 ? "TRUE" : "not TRUE";
            case "OID" -> dotted(content);
            default ->
                    line.value.startsWith("\"")
                            ? '"' + new String(content, StandardCharsets.US_ASCII) + '"'
                            : HexFormat.of().withUpperCase().formatHex(content);
        };
    }

    private static String dotted(byte[] content) {
        StringBuilder dotted = new StringBuilder();
        BigInteger arc = BigInteger.ZERO;
        for (byte octet : content) {
            arc = arc.multiply(BigInteger.valueOf(128)).add(BigInteger.valueOf(octet & 0x7F));
            if (octet < 0) continue;
            if (dotted.isEmpty()) {
                int first = arc.intValueExact(); // 40 * root + second, and the roots end with 2
                int root = Math.min(first / 40, 2);
                dotted.append(root).append('.').append(first - 40 * root);
            } else {
                dotted.append('.').append(arc);
            }
            arc = BigInteger.ZERO;
        }
        return dotted.toString();
    }

    private static byte[] slice(byte[] from, int start, int end) {
        return Arrays.copyOfRange(from, start, end);
    }
}
