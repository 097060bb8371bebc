package org.openmyna.server.web.page;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.web.Languages;

/**
 * How somebody wants pages to be. Kept in one cookie, as tokens with dots between them: {@code
 * easy.on.125.dark}; a link that changes one thing carries its token alone.
 *
 * @param ruby whether furigana is shown where texts have it
 */
public record Choices(PageLanguage language, boolean ruby, TextSize text, Theme theme) {
    /** The cookie, and the parameter of links that change something. */
    public static final String NAME = "view";

    private static final String RUBY_ON = "on";
    private static final String RUBY_OFF = "off";
    private static final int LONGEST = 40;

    /** What a browser gets that has chosen nothing: its language, and nothing special. */
    public static Choices usual(@Nullable String acceptLanguage) {
        PageLanguage language =
                switch (Languages.of(acceptLanguage)) {
                    case JAPANESE -> PageLanguage.JAPANESE;
                    case ENGLISH -> PageLanguage.ENGLISH;
                };
        return new Choices(language, true, TextSize.USUAL, Theme.AUTO);
    }

    /** These, changed by tokens; what is no token of ours changes nothing. */
    public Choices changedBy(@Nullable String tokens) {
        if (tokens == null || tokens.length() > LONGEST) return this;
        Choices changed = this;
        for (String token : tokens.split("\\.", -1)) changed = changed.with(token);
        return changed;
    }

    private Choices with(String token) {
        return new Choices(
                of(PageLanguage.values(), PageLanguage::token, token).orElse(language),
                token.equals(RUBY_ON) || ruby && !token.equals(RUBY_OFF),
                of(TextSize.values(), TextSize::token, token).orElse(text),
                of(Theme.values(), Theme::token, token).orElse(theme));
    }

    private static <T> Optional<T> of(T[] all, Function<T, String> name, String token) {
        return Stream.of(all).filter(each -> name.apply(each).equals(token)).findFirst();
    }

    /** All tokens. */
    public String tokens() {
        return String.join(
                ".", language.token(), ruby ? RUBY_ON : RUBY_OFF, text.token(), theme.token());
    }

    /** Large letters are told in words too: {@code 125 %}. */
    static String percent(TextSize size) {
        return String.format(Locale.ROOT, "%s%%", size.token());
    }
}
