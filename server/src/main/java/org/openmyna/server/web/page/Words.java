package org.openmyna.server.web.page;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** What is said on one page, in its language. */
public final class Words {
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    private final PageLanguage language;
    private final Texts own;
    private final Texts frame;

    Words(PageLanguage language, Texts own, Texts frame) {
        this.language = language;
        this.own = own;
        this.frame = frame;
    }

    public PageLanguage language() {
        return language;
    }

    /**
     * For the body of a page, with furigana where it has some.
     *
     * @param arguments for {0} to {9}; shown as they are
     */
    public Content rich(String key, Object... arguments) {
        String html = Furigana.html(filled(key, arguments));
        return output -> output.writeContent(html);
    }

    /** For attributes and titles: no furigana. */
    public String plain(String key, Object... arguments) {
        return Furigana.plain(filled(key, arguments));
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return own.find(language, key).isPresent() || frame.find(language, key).isPresent();
    }

    /** A day, in words. */
    public String day(LocalDate day) {
        return Days.words(day, language);
    }

    private String filled(String key, Object... arguments) {
        String text =
                own.find(language, key)
                        .or(() -> frame.find(language, key))
                        .orElseThrow(() -> new IllegalStateException("no text " + key));
        return PLACE.matcher(text)
                .replaceAll(place -> {
                    int number = place.group(1).charAt(0) - '0';
                    String value =
                            number < arguments.length ? said(arguments[number]) : place.group();
                    return java.util.regex.Matcher.quoteReplacement(value);
                });
    }

    /** Braces of a value are no furigana of ours. */
    private String said(Object value) {
        String text = value instanceof LocalDate day ? day(day) : String.valueOf(value);
        return text.replace('{', '｛').replace('}', '｝');
    }
}
