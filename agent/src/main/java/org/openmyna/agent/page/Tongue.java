package org.openmyna.agent.page;

import org.openmyna.kernel.Language;

/** How a page speaks. */
public enum Tongue {
    JAPANESE("ja", "ja", Language.JAPANESE),
    /** やさしい日本語: short sentences, furigana. */
    EASY("easy", "ja", Language.JAPANESE),
    ENGLISH("en", "en", Language.ENGLISH);

    private final String token;
    private final String tag;
    private final Language language;

    Tongue(String token, String tag, Language language) {
        this.token = token;
        this.tag = tag;
        this.language = language;
    }

    /** In the cookie, and in names of message files. */
    public String token() {
        return token;
    }

    /** For {@code lang} (BCP 47). */
    public String tag() {
        return tag;
    }

    /** Of sentences that have but two. */
    public Language language() {
        return language;
    }
}
