package org.openmyna.agent.page;

import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pages say, in one way of speaking. {@code {0}} stands for a value, and {@code {世帯主|せたいぬし}}
 * is 世帯主 with its reading above. What is not said easily is said in usual Japanese.
 */
final class Words {
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");
    private static final Pattern READ = Pattern.compile("\\{([^{}|]+)\\|([^{}|]+)}");
    private static final Map<Tongue, Properties> ALL = new EnumMap<>(Tongue.class);

    static {
        for (Tongue each : Tongue.values()) ALL.put(each, load(each));
    }

    private final Tongue tongue;

    Words(Tongue tongue) {
        this.tongue = tongue;
    }

    private static Properties load(Tongue tongue) {
        String name = "messages_" + tongue.token() + ".properties";
        try (InputStream file = Words.class.getResourceAsStream(name)) {
            if (file == null) throw new IllegalStateException(name + " is not in the program");
            var read = new Properties();
            read.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return read;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All that is said, as it stands in the file. */
    static Properties of(Tongue tongue) {
        return ALL.getOrDefault(tongue, new Properties());
    }

    /** For attributes and titles: no readings. */
    String plain(String key, Object... values) {
        return READ.matcher(filled(key, values)).replaceAll("$1");
    }

    /** For the body of a page: escaped, and readings as ruby, which a screen reader skips. */
    Content rich(String key, Object... values) {
        String html = html(filled(key, values));
        return output -> output.writeContent(html);
    }

    private String filled(String key, Object... values) {
        String text = of(tongue).getProperty(key);
        if (text == null && tongue == Tongue.EASY) text = of(Tongue.JAPANESE).getProperty(key);
        if (text == null) throw new IllegalStateException("no text " + key);
        return PLACE.matcher(text)
                .replaceAll(place -> {
                    int number = place.group(1).charAt(0) - '0';
                    return Matcher.quoteReplacement(said(values[number]));
                });
    }

    /** Braces of a value are no readings of ours. */
    private static String said(Object value) {
        return String.valueOf(value).replace('{', '｛').replace('}', '｝');
    }

    private static String html(String text) {
        var html = new StringBuilder();
        Matcher reads = READ.matcher(text);
        int from = 0;
        while (reads.find()) {
            html.append(escaped(text.substring(from, reads.start())))
                    .append("<ruby>")
                    .append(escaped(reads.group(1)))
                    .append("<rp aria-hidden=\"true\">（</rp><rt aria-hidden=\"true\">")
                    .append(escaped(reads.group(2)))
                    .append("</rt><rp aria-hidden=\"true\">）</rp></ruby>");
            from = reads.end();
        }
        return html.append(escaped(text.substring(from))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
