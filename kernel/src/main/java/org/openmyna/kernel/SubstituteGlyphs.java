package org.openmyna.kernel;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Replaces what a certificate cannot carry. It can carry JIS levels 1 and 2 (JIS X 0208) and the
 * supplementary kanji (JIS X 0212), and ASCII for Latin names: the characters of the charset EUC-JP
 * without half-width katakana.
 *
 * <p>A character with its variation selector is one character. The certificate gets the base alone
 * and the flag 1, even where the selector asks for the base's usual glyph: only the registry of
 * variants could tell, and a flag too many merely sends the reader to the card's image of the name.
 * The output therefore never holds a selector, and characters, code points and flags are equal in
 * number.
 *
 * <p>Which glyph replaces which is our choice: no public source has the official table. A character
 * without a known standard glyph becomes ●.
 */
final class SubstituteGlyphs {
    private static final Charset JIS = Charset.forName("EUC-JP");
    private static final String UNKNOWN_GLYPH = "●";

    /** In JIS X 0208, but under another code point in the table that Windows uses. */
    private static final String OTHER_TABLE = "－～∥￠￡￢―—";

    /** Variant, then its standard glyph; only what the charset lacks. */
    private static final Map<Integer, String> STANDARD = pairs("髙高 﨑崎 𠮷吉 塚塚");

    private SubstituteGlyphs() {}

    static SubstitutedText substitute(String registered) {
        var text = new StringBuilder();
        var flags = new StringBuilder();
        for (String character : CharacterRules.characters(registered)) {
            String carried = carried(character);
            text.append(carried);
            flags.append(isSame(carried, character) ? '0' : '1');
        }
        return new SubstitutedText(text.toString(), flags.toString());
    }

    /**
     * か with a separate voicing mark is the same character as が; nothing else counts as the same.
     */
    private static boolean isSame(String carried, String character) {
        return carried.equals(character)
                || (isKana(character.charAt(0)) && carried.equals(composed(character)));
    }

    private static String carried(String character) {
        String base = withoutSelector(character);
        if (isCarried(base)) {
            return base;
        }
        String standard = STANDARD.get(base.codePointAt(0));
        if (standard != null) {
            return standard;
        }
        String composed = composed(base);
        if (isCarried(composed)) {
            return composed;
        }
        String compatible = Normalizer.normalize(base, Normalizer.Form.NFKC);
        return isCarried(compatible) ? compatible : UNKNOWN_GLYPH;
    }

    private static String withoutSelector(String character) {
        return character
                .codePoints()
                .filter(c -> !CharacterRules.isVariationSelector(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String composed(String character) {
        return Normalizer.normalize(character, Normalizer.Form.NFC);
    }

    private static boolean isKana(char c) {
        return c >= 'ぁ' && c <= 'ヿ';
    }

    static boolean isCarried(String character) {
        if (character.length() != 1) {
            return false;
        }
        char c = character.charAt(0);
        boolean halfWidthKatakana = c >= '｡' && c <= 'ﾟ';
        return !halfWidthKatakana && (OTHER_TABLE.indexOf(c) >= 0 || encodes(c));
    }

    private static boolean encodes(char c) {
        // A fresh encoder: encoders are not safe to share, and names are short.
        try {
            ByteBuffer bytes = JIS.newEncoder().encode(CharBuffer.wrap(new char[] {c}));
            return bytes.hasRemaining();
        } catch (CharacterCodingException notInTheSet) {
            return false;
        }
    }

    private static Map<Integer, String> pairs(String text) {
        Map<Integer, String> pairs = new HashMap<>();
        for (String pair : text.split(" ")) {
            int variant = pair.codePointAt(0);
            pairs.put(variant, pair.substring(Character.charCount(variant)));
        }
        return Map.copyOf(pairs);
    }
}
