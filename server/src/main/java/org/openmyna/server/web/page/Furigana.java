package org.openmyna.server.web.page;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with readings: {@code {世帯主|せたいぬし}} is 世帯主 with せたいぬし above it. */
final class Furigana {
    private static final Pattern READ = Pattern.compile("\\{([^{}|]+)\\|([^{}|]+)}");

    private Furigana() {}

    /** For {@code title}, {@code alt}, {@code aria-label}, CSV and PDF: without readings. */
    static String plain(String text) {
        return READ.matcher(text).replaceAll("$1");
    }

    /**
     * For HTML: escaped, readings as ruby. A reader hears the word once: the reading is hidden from
     * it.
     */
    static String html(String text) {
        StringBuilder html = new StringBuilder();
        Matcher reads = READ.matcher(text);
        int from = 0;
        while (reads.find()) {
            escape(text, from, reads.start(), html);
            ruby(reads, html);
            from = reads.end();
        }
        escape(text, from, text.length(), html);
        return html.toString();
    }

    private static void ruby(MatchResult read, StringBuilder html) {
        html.append("<ruby>");
        escape(read.group(1), 0, read.group(1).length(), html);
        html.append("<rp aria-hidden=\"true\">（</rp><rt aria-hidden=\"true\">");
        escape(read.group(2), 0, read.group(2).length(), html);
        html.append("</rt><rp aria-hidden=\"true\">）</rp></ruby>");
    }

    private static void escape(String text, int from, int to, StringBuilder html) {
        for (int n = from; n < to; n++) {
            char c = text.charAt(n);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }
}
