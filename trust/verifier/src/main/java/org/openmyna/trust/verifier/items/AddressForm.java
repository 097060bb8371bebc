package org.openmyna.trust.verifier.items;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.openmyna.kernel.GlyphVariants;

/**
 * Addresses in the one form in which they are compared: 霞が関一丁目２番３号 and 霞ヶ関１－２－３ both become
 * 霞ケ関1-2-3.
 *
 * <p>Kanji digits are numbers only in front of 丁目, 番地, 番, 号 or between hyphens: 千代田区 and 三番町 are
 * names. Our choice: there is no official rule for comparing addresses.
 */
final class AddressForm {
    private static final String KANJI = "[〇一二三四五六七八九十百千]+";
    private static final String UNIT = "(?:丁目|番地|番(?!町)|号)";

    /** After NFKC; ー counts where it can be no vowel sign. */
    private static final Pattern HYPHENS = Pattern.compile("[‐‑‒–—―−﹣]|(?<=[0-9〇一二三四五六七八九十])ー");

    private static final Pattern KANJI_NUMBER =
            Pattern.compile(
                    KANJI
                            + "(?="
                            + UNIT
                            + ")|(?<=-)"
                            + KANJI
                            + "|"
                            + KANJI
                            + "(?=-[0-9〇一二三四五六七八九十])");

    /** {@link TextMatch#ANY} may be a number too. */
    private static final Pattern NUMBER_WITH_UNIT =
            Pattern.compile("([0-9\uE000]+)" + UNIT + "[ノの]?");

    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("(?<=[0-9])[ノの](?=[0-9])");
    private static final Pattern SMALL_GA = Pattern.compile("(?<=\\p{IsHan})[ヶケがガ](?=\\p{IsHan})");
    private static final Pattern LOOSE_HYPHEN =
            Pattern.compile("-(?![0-9\uE000])|(?<![0-9\uE000])-");
    private static final String DIGITS = "〇一二三四五六七八九";

    private AddressForm() {}

    static String folded(String address) {
        String text = GlyphVariants.folded(address).replace("大字", "");
        text = HYPHENS.matcher(text).replaceAll("-");
        text = KANJI_NUMBER.matcher(text).replaceAll(AddressForm::number);
        text = NUMBER_WITH_UNIT.matcher(text).replaceAll("$1-");
        text = BETWEEN_NUMBERS.matcher(text).replaceAll("-");
        text = SMALL_GA.matcher(text).replaceAll("ケ");
        text = text.replaceAll("--+", "-");
        return LOOSE_HYPHEN.matcher(text).replaceAll("");
    }

    /** 二十三 and 二三 are both 23. */
    private static String number(MatchResult found) {
        String kanji = found.group();
        if (kanji.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
            var digits = new StringBuilder();
            kanji.chars().forEach(c -> digits.append(DIGITS.indexOf(c)));
            return digits.toString();
        }
        int sum = 0;
        int digit = 0;
        for (char c : kanji.toCharArray()) {
            int unit = "十百千".indexOf(c);
            if (unit < 0) {
                digit = DIGITS.indexOf(c);
            } else {
                sum += Math.max(digit, 1) * (int) Math.pow(10, unit + 1);
                digit = 0;
            }
        }
        return Integer.toString(sum + digit);
    }
}
