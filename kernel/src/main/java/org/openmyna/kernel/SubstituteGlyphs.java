package org.openmyna.kernel;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

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

    /**
     * Variant, then its standard glyph; only what the charset lacks. A compatibility ideograph (塚
     * with its dot, 神 with 示) needs no line: Unicode itself names its standard glyph.
     */
    private static final String VARIANTS =
            """
            髙高 﨑崎 德徳 栁柳 瀨瀬 淸清 靑青 閒間 戾戻 黑黒 橫横 步歩 每毎 綠緑 增増 寬寛
            彥彦 昻昂 鄕郷 銳鋭 驒騨 蟬蝉 剝剥 屛屏 幷并 曆暦 緣縁 郞郎 鍊錬 內内 吳呉 產産
            說説 稅税 脫脱 悅悦 閱閲 敎教 强強 晚晩 溫温 槪概 錄録 淚涙 揭掲 渴渇 黃黄 倂併
            姬姫 姸妍 卽即 旣既 歷歴 俱倶 簞箪 硏研 緖緒 薰薫 徵徴 𠮷吉 𠀋丈 𠮟叱 𡈽土 𣘺橋
            𣳾泰 𦚰脇 𠅘亭
            """;

    static final Map<Integer, String> STANDARD = pairs(VARIANTS);

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
     * か with a separate voicing mark is the same character as が, and e with its accent as é. An
     * ideograph is not the same as the one that Unicode calls equivalent: its glyph differs.
     */
    private static boolean isSame(String carried, String character) {
        return carried.equals(character)
                || (!Character.isIdeographic(character.codePointAt(0))
                        && carried.equals(composed(character)));
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

    static boolean isCarried(String character) {
        if (character.length() != 1) {
            return false;
        }
        char c = character.charAt(0);
        boolean halfWidthKatakana = c >= '｡' && c <= 'ﾟ';
        return !halfWidthKatakana && (OTHER_TABLE.indexOf(c) >= 0 || encodes(c));
    }

    /**
     * There and back: the charset writes ¥ and ‾ as backslash and tilde, which is another
     * character.
     */
    private static boolean encodes(char c) {
        String text = String.valueOf(c);
        return new String(text.getBytes(JIS), JIS).equals(text);
    }

    private static Map<Integer, String> pairs(String text) {
        return text.strip()
                .lines()
                .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                .collect(
                        Collectors.toUnmodifiableMap(
                                pair -> pair.codePointAt(0),
                                pair -> pair.substring(pair.offsetByCodePoints(0, 1))));
    }
}
