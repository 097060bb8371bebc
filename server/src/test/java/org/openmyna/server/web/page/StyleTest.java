package org.openmyna.server.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The colours of the style sheet, recomputed by the formula of WCAG 2 (1.4.3, 1.4.11). */
class StyleTest {
    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+):\\s*(#[0-9a-f]{6})");
    private static final int LARGEST_BYTES = 40_000;

    private static final List<String> TEXTS =
            List.of("fg", "fg-strong", "fg-muted", "link", "visited", "error", "success");
    private static final List<String> GROUNDS = List.of("bg", "bg-raised", "bg-soft");

    private static String style() throws IOException {
        try (InputStream file = Assets.class.getResourceAsStream("assets/openmyna.css")) {
            if (file == null) throw new AssertionError("no style");
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, String> tokens(String block) {
        Map<String, String> tokens = new TreeMap<>();
        Matcher found = TOKEN.matcher(block);
        while (found.find()) tokens.putIfAbsent(found.group(1), found.group(2));
        return tokens;
    }

    /** The block after a selector. */
    private static Map<String, String> theme(String style, String selector, int from) {
        int begin = style.indexOf(selector, from);
        assertThat(begin).as(selector).isNotNegative();
        return tokens(style.substring(begin, style.indexOf('}', begin)));
    }

    private static Map<String, Map<String, String>> themes() throws IOException {
        String style = style();
        int dark = style.indexOf("prefers-color-scheme: dark");
        int contrast = style.indexOf("prefers-contrast: more");
        return Map.of(
                "light", theme(style, ":root, [data-theme=light]", 0),
                "dark", theme(style, "[data-theme=dark]", 0),
                "contrast", theme(style, "[data-theme=contrast]", 0),
                "auto dark", theme(style, "[data-theme=auto]", dark),
                "auto contrast", theme(style, "[data-theme=auto]", contrast));
    }

    @Test
    void every_text_is_readable_on_every_ground_of_every_theme() throws IOException {
        themes().forEach((name, theme) -> {
            double least = name.contains("contrast") ? 7 : 4.5;
            for (String text : TEXTS) {
                for (String ground : GROUNDS) {
                    assertThat(contrast(theme, text, ground))
                            .as(name + ": " + text + " on " + ground)
                            .isGreaterThanOrEqualTo(least);
                }
            }
            for (String[] pair :
                    new String[][] {
                        {"on-primary", "primary"},
                        {"on-primary", "primary-hover"},
                        {"on-primary", "primary-active"},
                        {"primary", "bg"},
                        {"error", "error-bg"},
                        {"success", "success-bg"},
                        {"sandbox-fg", "sandbox-bg"}
                    }) {
                assertThat(contrast(theme, pair[0], pair[1]))
                        .as(name + ": " + pair[0] + " on " + pair[1])
                        .isGreaterThanOrEqualTo(least);
            }
        });
    }

    @Test
    void controls_and_focus_are_seen_in_every_theme() throws IOException {
        themes().forEach((name, theme) -> {
            for (String line : List.of("border-control", "warn-line", "focus-ring")) {
                for (String ground : List.of("bg", "bg-raised")) {
                    assertThat(contrast(theme, line, ground))
                            .as(name + ": " + line + " on " + ground)
                            .isGreaterThanOrEqualTo(3);
                }
            }
            assertThat(contrast(theme, "focus-ring", "focus-gap")).as(name).isGreaterThan(7);
            assertThat(contrast(theme, "sandbox-line", "bg")).as(name).isGreaterThan(3);
        });
    }

    @Test
    void automatic_colours_are_those_of_the_themes() throws IOException {
        Map<String, Map<String, String>> themes = themes();
        assertThat(themes.get("auto dark")).isEqualTo(themes.get("dark"));
        Map<String, String> contrast = new TreeMap<>(themes.getOrDefault("contrast", Map.of()));
        contrast.remove("accent");
        assertThat(themes.get("auto contrast")).isEqualTo(contrast);
    }

    @Test
    void all_themes_say_the_same_things() throws IOException {
        Map<String, Map<String, String>> themes = themes();
        var light = new TreeMap<>(themes.getOrDefault("light", Map.of()));
        light.remove("accent");
        assertThat(themes.getOrDefault("dark", Map.of()).keySet()).isEqualTo(light.keySet());
    }

    @Test
    void the_style_is_small_and_hides_no_focus() throws IOException {
        String style = style();
        assertThat(style.getBytes(StandardCharsets.UTF_8).length).isLessThan(LARGEST_BYTES);
        String rules = style.substring(0, style.indexOf("@layer modes {"));
        assertThat(rules).doesNotContain("!important");
    }

    private static double contrast(Map<String, String> theme, String one, String other) {
        double first = luminance(String.valueOf(theme.get(one)));
        double second = luminance(String.valueOf(theme.get(other)));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1)
                + 0.7152 * channel(colour, 3)
                + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
