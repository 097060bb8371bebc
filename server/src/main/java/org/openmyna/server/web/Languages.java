package org.openmyna.server.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.Language;

/** The language of an answer (RFC 9110 12.5.4): Japanese where it is wanted most, else English. */
public final class Languages {
    private static final List<String> OURS = List.of("ja", "en");
    private static final int LONGEST = 200;

    private Languages() {}

    /** What a browser prefers; English if it says nothing. */
    public static Language of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST) return Language.ENGLISH;
        try {
            String best = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), OURS);
            return "ja".equals(best) ? Language.JAPANESE : Language.ENGLISH;
        } catch (IllegalArgumentException malformed) {
            return Language.ENGLISH;
        }
    }

    static String tag(Language language) {
        return switch (language) {
            case JAPANESE -> "ja";
            case ENGLISH -> "en";
        };
    }
}
