package org.openmyna.server.residents;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.openmyna.kernel.MynaException;
import org.openmyna.kernel.PersonName;

/** What names are found by: without blanks, in usual glyphs, whatever their case. */
final class SearchKey {
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00A0\u3000]+");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\%_]");

    private SearchKey() {}

    /** Variants of a glyph have one key: 髙 and 高, and 葛 with any selector. */
    static String name(String name) {
        String plain = BLANKS.matcher(name).replaceAll("");
        if (plain.isEmpty()) return plain;
        try {
            return new PersonName(plain).forCertificate().text().toUpperCase(Locale.ROOT);
        } catch (MynaException noName) {
            return plain.toUpperCase(Locale.ROOT); // nobody has such a name: nobody is found
        }
    }

    /** Hiragana and half-width katakana mean the same. */
    static String furigana(String reading) {
        String plain =
                BLANKS.matcher(Normalizer.normalize(reading, Normalizer.Form.NFKC)).replaceAll("");
        StringBuilder katakana = new StringBuilder(plain.length());
        plain.chars()
                .map(c -> c >= 'ぁ' && c <= 'ゖ' ? c + ('ァ' - 'ぁ') : c)
                .forEach(c -> katakana.append((char) c));
        return katakana.toString().toUpperCase(Locale.ROOT);
    }

    /** The beginning of a LIKE pattern. */
    static String prefix(String key) {
        return SPECIAL.matcher(key).replaceAll("\\\\$0") + "%";
    }
}
